/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "break-box.h"

#define SPACING 6
#define LINE_SPACING 3

/**
 * OutlayBreakBox:
 *
 * A name and its controls: beside each other, the controls at the end, or, where
 * the text is too large for that, the controls below. `start` is the name, `end`
 * the controls; controls that expand take what the name leaves.
 *
 * # CSS nodes
 *
 * `breakbox`.
 *
 * # Accessibility
 *
 * A group: GTK hides all that stands below what is presentation only. Mirrors right
 * to left.
 */
struct _OutlayBreakBox
{
  GtkWidget  parent_instance;

  GtkWidget *name;
  GtkWidget *controls;
};

G_DEFINE_FINAL_TYPE (OutlayBreakBox, outlay_break_box, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_START,
  PROP_END,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
get_width (GtkWidget *widget,
           int       *least,
           int       *natural)
{
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, least, natural, NULL, NULL);
}

static int
get_height (GtkWidget *widget,
            int        width)
{
  int height;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

/* How wide the controls are in so much room, and whether the name stands beside
 * them. */
static gboolean
outlay_break_box_fits (OutlayBreakBox *self,
                       int             width,
                       int            *controls_width)
{
  int name_least;
  int least;
  int natural;

  get_width (self->controls, &least, &natural);
  *controls_width = width;
  if (!gtk_widget_should_layout (self->name))
    return TRUE;

  get_width (self->name, &name_least, NULL);

  if (gtk_widget_compute_expand (self->controls, GTK_ORIENTATION_HORIZONTAL))
    {
      int name_natural;

      get_width (self->name, NULL, &name_natural);
      natural = MAX (natural, width - SPACING - name_natural);
    }

  *controls_width = CLAMP (natural, least, MAX (least, width - SPACING - name_least));
  if (name_least + SPACING + least <= width)
    return TRUE;

  *controls_width = MIN (natural, width);

  return FALSE;
}

static void
outlay_break_box_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  OutlayBreakBox *self = OUTLAY_BREAK_BOX (widget);
  int name_least;
  int name_natural;
  int least;
  int wish;

  get_width (self->name, &name_least, &name_natural);
  get_width (self->controls, &least, &wish);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (name_least, least);
      *natural = name_natural > 0 ? name_natural + SPACING + wish : wish;
    }
  else
    {
      int width = for_size >= 0 ? for_size : name_natural + SPACING + wish;
      int controls_width;

      if (!gtk_widget_should_layout (self->name))
        *minimum = get_height (self->controls, width);
      else if (outlay_break_box_fits (self, width, &controls_width))
        *minimum = MAX (get_height (self->name, width - SPACING - controls_width),
                        get_height (self->controls, controls_width));
      else
        *minimum = get_height (self->name, width) + LINE_SPACING +
                   get_height (self->controls, controls_width);
      *natural = *minimum;
    }
}

static void
outlay_break_box_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  OutlayBreakBox *self = OUTLAY_BREAK_BOX (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int controls_width;
  gboolean fits = outlay_break_box_fits (self, width, &controls_width);
  GtkAllocation name = { 0, 0, width, height };
  GtkAllocation controls = { width - controls_width, 0, controls_width, height };

  if (fits)
    {
      name.width = width - SPACING - controls_width;
    }
  else
    {
      name.height = get_height (self->name, width);
      controls.y = name.height + LINE_SPACING;
      controls.height = MAX (0, height - controls.y);
    }

  if (mirrored)
    {
      name.x = width - name.width;
      controls.x = 0;
    }
  if (gtk_widget_should_layout (self->name))
    gtk_widget_size_allocate (self->name, &name, -1);
  gtk_widget_size_allocate (self->controls, &controls, -1);
}

static GtkSizeRequestMode
outlay_break_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
outlay_break_box_dispose (GObject *object)
{
  OutlayBreakBox *self = OUTLAY_BREAK_BOX (object);

  g_clear_pointer (&self->name, gtk_widget_unparent);
  g_clear_pointer (&self->controls, gtk_widget_unparent);

  G_OBJECT_CLASS (outlay_break_box_parent_class)->dispose (object);
}

static void
outlay_break_box_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  OutlayBreakBox *self = OUTLAY_BREAK_BOX (object);

  switch (prop_id)
    {
    case PROP_START:
      self->name = g_value_get_object (value);
      gtk_widget_insert_after (self->name, GTK_WIDGET (self), NULL);
      break;
    case PROP_END:
      self->controls = g_value_get_object (value);
      gtk_widget_insert_before (self->controls, GTK_WIDGET (self), NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_break_box_class_init (OutlayBreakBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = outlay_break_box_dispose;
  object_class->set_property = outlay_break_box_set_property;
  widget_class->measure = outlay_break_box_measure;
  widget_class->size_allocate = outlay_break_box_size_allocate;
  widget_class->get_request_mode = outlay_break_box_get_request_mode;

  props[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "breakbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
outlay_break_box_init (OutlayBreakBox *self)
{
}
