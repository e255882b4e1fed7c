/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fold-row.h"

#include "setters.h"

/**
 * OutlayFoldRow:
 *
 * A row that says in a few words how its dials stand, and unfolds in place to
 * show them: a title, something drawn small, a summary, and the content.
 *
 * # Properties
 *
 * - `title`: what the dials are about
 * - `sample`: a small widget behind the title, or %NULL
 * - `content`: what is unfolded
 * - `unfolded`: whether it is
 *
 * # Keys
 *
 * Enter or Space folds and unfolds.
 *
 * # CSS nodes
 *
 * `row.fold-row` with a `revealer`.
 *
 * # Accessibility
 *
 * A list item named by title and summary, with the state "expanded".
 */
struct _OutlayFoldRow
{
  GtkListBoxRow  parent_instance;

  GtkLabel      *title_label;
  GtkBox        *sample_box;
  GtkLabel      *summary_label;
  GtkImage      *arrow;
  GtkRevealer   *revealer;
};

G_DEFINE_FINAL_TYPE (OutlayFoldRow, outlay_fold_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SAMPLE,
  PROP_CONTENT,
  PROP_UNFOLDED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
outlay_fold_row_update_accessible (OutlayFoldRow *self)
{
  g_autofree char *label = g_strdup_printf ("%s, %s", gtk_label_get_label (self->title_label),
                                            gtk_label_get_label (self->summary_label));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED,
                               gtk_revealer_get_reveal_child (self->revealer), -1);
}

/* Whoever goes to a dial inside reveals it; the arrow follows. */
static void
on_revealed (OutlayFoldRow *self)
{
  gboolean unfolded = gtk_revealer_get_reveal_child (self->revealer);

  if (unfolded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unfolded-row");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unfolded-row");
  outlay_fold_row_update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNFOLDED]);
}

/* What has been unfolded is seen: all of it, or as much as there is room for. */
static void
on_unfolded (OutlayFoldRow *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;
  double top;

  if (viewport == NULL || !gtk_revealer_get_child_revealed (self->revealer) ||
      !gtk_widget_compute_bounds (GTK_WIDGET (self), viewport, &bounds))
    return;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  top = gtk_adjustment_get_value (adjustment) + bounds.origin.y;
  gtk_adjustment_clamp_page (adjustment, top,
                             top + MIN (bounds.size.height,
                                        gtk_adjustment_get_page_size (adjustment)));
}

static void
on_activate (OutlayFoldRow *self)
{
  gtk_revealer_set_reveal_child (self->revealer,
                                 !gtk_revealer_get_reveal_child (self->revealer));
}

static void
on_clicked (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            OutlayFoldRow   *self)
{
  on_activate (self);
}

static void
outlay_fold_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_FOLD_ROW);

  G_OBJECT_CLASS (outlay_fold_row_parent_class)->dispose (object);
}

static void
outlay_fold_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  OutlayFoldRow *self = OUTLAY_FOLD_ROW (object);

  switch (prop_id)
    {
    case PROP_UNFOLDED:
      g_value_set_boolean (value, gtk_revealer_get_reveal_child (self->revealer));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_fold_row_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  OutlayFoldRow *self = OUTLAY_FOLD_ROW (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      gtk_label_set_label (self->title_label, g_value_get_string (value));
      break;
    case PROP_SAMPLE:
      if (g_value_get_object (value) != NULL)
        gtk_box_append (self->sample_box, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      gtk_revealer_set_child (self->revealer, g_value_get_object (value));
      break;
    case PROP_UNFOLDED:
      gtk_revealer_set_reveal_child (self->revealer, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_fold_row_class_init (OutlayFoldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags both = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = outlay_fold_row_dispose;
  object_class->get_property = outlay_fold_row_get_property;
  object_class->set_property = outlay_fold_row_set_property;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", once);
  props[PROP_SAMPLE] = g_param_spec_object ("sample", NULL, NULL, GTK_TYPE_WIDGET, once);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, once);
  props[PROP_UNFOLDED] = g_param_spec_boolean ("unfolded", NULL, NULL, FALSE, both);

  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/fold-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayFoldRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayFoldRow, sample_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayFoldRow, summary_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayFoldRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, OutlayFoldRow, revealer);
  gtk_widget_class_bind_template_callback (widget_class, on_revealed);
  gtk_widget_class_bind_template_callback (widget_class, on_unfolded);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_clicked);
}

static void
outlay_fold_row_init (OutlayFoldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * outlay_fold_row_set_summary:
 * @self: a row
 * @summary: how its dials stand, in a few words
 */
void
outlay_fold_row_set_summary (OutlayFoldRow *self,
                             const char    *summary)
{
  g_return_if_fail (OUTLAY_IS_FOLD_ROW (self));

  if (g_strcmp0 (gtk_label_get_label (self->summary_label), summary) == 0)
    return;

  gtk_label_set_label (self->summary_label, summary);
  outlay_set_tooltip (GTK_WIDGET (self->summary_label), summary);
  outlay_fold_row_update_accessible (self);
}
