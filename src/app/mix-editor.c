/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mix-editor.h"

#include "figure-format.h"
#include "mix-bar.h"
#include "mix-edits.h"
#include "mix-picture.h"
#include "number-field.h"
#include "setters.h"
#include "theme-palette.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>
#include <math.h>

#define SWATCH_SIZE 9

/* A share up to which the bar has no room for its number. */
#define SMALL_SHARE 0.055

/**
 * OutlayMixEditor:
 *
 * A task mix: the bar whose borders are dragged, and below it a legend, or,
 * unfolded, a table of the shares in percent with a lock for each kind. What is
 * typed is taken from the unlocked others, or given to them, in proportion, so
 * that the sum is 100 % throughout. Locks are the editor's, not the scenario's.
 *
 * # CSS nodes
 *
 * `mixeditor` with `mixbar`, `flowbox.mix-legend`, `grid.mix-table`,
 * `label.error`.
 */
struct _OutlayMixEditor
{
  GtkWidget      parent_instance;

  OutlayMixBar  *bar;
  GtkFlowBox    *legend;
  GtkGrid       *table;
  GtkLabel      *problem_label;

  OutlaySession *session;
  int            role;
  gboolean       unfolded;
  GStrv          names;   /* those that rows were made for */
  gboolean      *locked;
  GPtrArray     *notes;   /* (element-type GtkLabel), in the legend */
  GPtrArray     *fields[OUTLAY_N_MIX_ENDS]; /* (element-type OutlayNumberField) */
  GPtrArray     *locks;   /* (element-type GtkToggleButton) */
};

G_DEFINE_FINAL_TYPE (OutlayMixEditor, outlay_mix_editor, GTK_TYPE_WIDGET)

static const char * const gestures[OUTLAY_N_MIX_ENDS] = { "mix-start", "mix-learnt" };

static void
outlay_mix_editor_commit (OutlayMixEditor *self,
                          OutlayMixEnd     end,
                          const double    *shares)
{
  OutlayScenario *draft = outlay_session_begin_edit (self->session);

  outlay_mix_set_shares (draft, self->role, end, shares);
  outlay_session_commit_edit (self->session, draft, _("Task mix"), gestures[end]);
}

static void
on_bar_edited (OutlayMixEditor *self,
               guint            end,
               gpointer         shares)
{
  outlay_mix_editor_commit (self, end, shares);
}

static void
on_settled (OutlayMixEditor *self)
{
  if (self->session != NULL)
    outlay_session_end_gesture (self->session);
}

static void
on_field_edited (OutlayMixEditor   *self,
                 double             percent,
                 OutlayNumberField *field)
{
  OutlayScenario *scenario = outlay_session_get_scenario (self->session);
  g_autofree double *shares = g_new (double, scenario->n_tasks);

  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    {
      guint position;

      if (!g_ptr_array_find (self->fields[end], field, &position))
        continue;

      outlay_mix_get_shares (scenario, self->role, end, shares);
      if (outlay_mix_set_share (shares, self->locked, scenario->n_tasks, position,
                                percent / 100))
        outlay_mix_editor_commit (self, end, shares);
    }
}

static void
on_problem (OutlayMixEditor *self)
{
  const char *problem = NULL;

  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    for (guint i = 0; problem == NULL && i < self->fields[end]->len; i++)
      problem = outlay_number_field_get_problem (self->fields[end]->pdata[i]);

  outlay_label_set_sentence (self->problem_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
on_lock_toggled (OutlayMixEditor *self)
{
  for (guint i = 0; i < self->locks->len; i++)
    {
      GtkButton *button = self->locks->pdata[i];

      self->locked[i] = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
      gtk_button_set_icon_name (button, self->locked[i] ? "changes-prevent-symbolic"
                                                        : "changes-allow-symbolic");
    }
  outlay_mix_editor_update (self);
}

static void
draw_swatch (GtkDrawingArea *area,
             cairo_t        *cr,
             int             width,
             int             height,
             gpointer        kind)
{
  OutlayPalette palette;

  outlay_theme_palette_init (&palette, GTK_WIDGET (area));
  outlay_color_set_source (outlay_palette_get_fill (&palette, GPOINTER_TO_UINT (kind)), cr);
  cairo_arc (cr, 2, 2, 2, G_PI, 1.5 * G_PI);
  cairo_arc (cr, width - 2, 2, 2, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, width - 2, height - 2, 2, 0, 0.5 * G_PI);
  cairo_arc (cr, 2, height - 2, 2, 0.5 * G_PI, G_PI);
  cairo_fill (cr);
}

static GtkWidget *
new_swatch (guint kind)
{
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "content-width", SWATCH_SIZE,
                                  "content-height", SWATCH_SIZE,
                                  "valign", GTK_ALIGN_CENTER,
                                  NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_swatch,
                                  GUINT_TO_POINTER (kind), NULL);
  outlay_theme_palette_connect (area);

  return area;
}

/* A swatch and a name, with room for a label behind it. */
static GtkWidget *
new_name_box (guint       kind,
              const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", name,
                                   "xalign", 0.0,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   NULL);

  outlay_set_tooltip (label, name);
  gtk_box_append (GTK_BOX (box), new_swatch (kind));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
outlay_mix_editor_add_to_legend (OutlayMixEditor *self,
                                 guint            kind)
{
  GtkWidget *box = new_name_box (kind, self->names[kind]);
  GtkWidget *child = g_object_new (GTK_TYPE_FLOW_BOX_CHILD, "child", box,
                                   "focusable", FALSE, NULL);
  GtkWidget *note = gtk_label_new (NULL);

  gtk_widget_add_css_class (note, "dim-label");
  gtk_widget_add_css_class (note, "numeric");
  gtk_box_append (GTK_BOX (box), note);
  g_ptr_array_add (self->notes, note);
  gtk_flow_box_append (self->legend, child);
}

static void
outlay_mix_editor_add_field (OutlayMixEditor *self,
                             guint            kind,
                             OutlayMixEnd     end)
{
  OutlayNumberField *field = g_object_new (OUTLAY_TYPE_NUMBER_FIELD, "decimals", 1,
                                           "buttons", FALSE, NULL);
  g_autofree char *label = NULL;

  /* Translators: a task kind and an end of the mix: "Fix and debug, Start, in percent" */
  label = g_strdup_printf (_("%s, %s, in percent"), self->names[kind],
                           outlay_mix_end_get_name (end));
  outlay_number_field_set_label (field, label);
  g_signal_connect_object (field, "edited", G_CALLBACK (on_field_edited), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "settled", G_CALLBACK (on_settled), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "notify::problem", G_CALLBACK (on_problem), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->fields[end], field);
  gtk_grid_attach (self->table, GTK_WIDGET (field), (int) end + 1, (int) kind + 1, 1, 1);
}

static void
outlay_mix_editor_add_to_table (OutlayMixEditor *self,
                                guint            kind)
{
  GtkWidget *name = new_name_box (kind, self->names[kind]);
  GtkWidget *lock = gtk_toggle_button_new ();
  g_autofree char *label = g_strdup_printf (_("Keep the share of %s"), self->names[kind]);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_grid_attach (self->table, name, 0, (int) kind + 1, 1, 1);
  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    outlay_mix_editor_add_field (self, kind, end);

  gtk_button_set_icon_name (GTK_BUTTON (lock), "changes-allow-symbolic");
  outlay_set_tooltip (lock, label);
  gtk_widget_set_valign (lock, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (lock, "flat");
  gtk_widget_add_css_class (lock, "row-tool");
  gtk_accessible_update_property (GTK_ACCESSIBLE (lock),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (lock, "toggled", G_CALLBACK (on_lock_toggled), self,
                           G_CONNECT_SWAPPED);
  g_ptr_array_add (self->locks, lock);
  gtk_grid_attach (self->table, lock, 3, (int) kind + 1, 1, 1);
}

static void
outlay_mix_editor_clear (OutlayMixEditor *self)
{
  GtkWidget *child;

  for (guint i = self->locks->len; i > 0; i--)
    gtk_grid_remove_row (self->table, (int) i);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->legend))) != NULL)
    gtk_flow_box_remove (self->legend, child);

  g_ptr_array_set_size (self->notes, 0);
  g_ptr_array_set_size (self->locks, 0);
  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    g_ptr_array_set_size (self->fields[end], 0);
  g_clear_pointer (&self->locked, g_free);
  g_clear_pointer (&self->names, g_strfreev);
}

static GStrv
get_names (const OutlayScenario *scenario)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < scenario->n_tasks; i++)
    g_strv_builder_add (names, scenario->tasks[i].name);

  return g_strv_builder_end (names);
}

/* Makes other rows where the task kinds are others. */
static void
outlay_mix_editor_update_kinds (OutlayMixEditor      *self,
                                const OutlayScenario *scenario)
{
  g_auto (GStrv) names = get_names (scenario);

  if (g_strv_equal ((const char * const *) names, (const char * const *) self->names))
    return;

  outlay_mix_editor_clear (self);
  self->names = g_steal_pointer (&names);
  self->locked = g_new0 (gboolean, scenario->n_tasks);
  outlay_mix_bar_set_names (self->bar, (const char * const *) self->names);
  for (guint i = 0; i < scenario->n_tasks; i++)
    outlay_mix_editor_add_to_legend (self, i);
}

/* Its many fields are made when somebody first wants to type. */
static void
outlay_mix_editor_make_table (OutlayMixEditor *self)
{
  for (guint i = self->locks->len; self->names[i] != NULL; i++)
    outlay_mix_editor_add_to_table (self, i);
}

/* "3 → 6" beside the names of kinds whose numbers the bars have no room for. */
static void
outlay_mix_editor_update_notes (OutlayMixEditor *self,
                                const double    *start,
                                const double    *learnt)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      g_autofree char *from = outlay_figure_format_number (start[i] * 100, 0);
      g_autofree char *to = outlay_figure_format_number (learnt[i] * 100, 0);
      g_autofree char *note = NULL;

      if (MIN (start[i], learnt[i]) < SMALL_SHARE)
        /* Translators: a share at the start, and once learnt, in percent. Where
         * text runs from right to left, turn the arrow. */
        note = g_strdup_printf (_("%s → %s"), from, to);
      gtk_label_set_label (self->notes->pdata[i], note != NULL ? note : "");
      gtk_widget_set_visible (self->notes->pdata[i], note != NULL);
    }
}

static void
outlay_mix_editor_update_fields (OutlayMixEditor *self,
                                 OutlayMixEnd     end,
                                 const double    *shares)
{
  guint n_kinds = self->fields[end]->len;

  for (guint i = 0; i < n_kinds; i++)
    {
      OutlayNumberField *field = self->fields[end]->pdata[i];
      double least;
      double most;

      outlay_mix_get_limits (shares, self->locked, n_kinds, i, &least, &most);
      outlay_number_field_set_range (field, round (least * 1e11) / 1e9,
                                     round (most * 1e11) / 1e9, 1, FALSE);
      outlay_number_field_set_value (field, round (shares[i] * 1e11) / 1e9);
    }
}

/**
 * outlay_mix_editor_update:
 * @self: a mix editor
 *
 * Shows the mix as it is now.
 */
void
outlay_mix_editor_update (OutlayMixEditor *self)
{
  OutlayScenario *scenario;
  g_autofree double *shares = NULL;

  g_return_if_fail (OUTLAY_IS_MIX_EDITOR (self));

  if (self->session == NULL)
    return;

  scenario = outlay_session_get_scenario (self->session);
  shares = g_new (double, OUTLAY_N_MIX_ENDS * scenario->n_tasks);
  outlay_mix_editor_update_kinds (self, scenario);
  if (self->unfolded)
    outlay_mix_editor_make_table (self);
  outlay_mix_bar_set_locked (self->bar, self->locked);
  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    {
      double *of_end = shares + end * scenario->n_tasks;

      outlay_mix_get_shares (scenario, self->role, end, of_end);
      outlay_mix_bar_set_shares (self->bar, end, of_end);
      if (self->unfolded)
        outlay_mix_editor_update_fields (self, end, of_end);
    }
  outlay_mix_editor_update_notes (self, shares, shares + scenario->n_tasks);
}

static void
outlay_mix_editor_dispose (GObject *object)
{
  OutlayMixEditor *self = OUTLAY_MIX_EDITOR (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_MIX_EDITOR);

  G_OBJECT_CLASS (outlay_mix_editor_parent_class)->dispose (object);
}

static void
outlay_mix_editor_finalize (GObject *object)
{
  OutlayMixEditor *self = OUTLAY_MIX_EDITOR (object);

  g_strfreev (self->names);
  g_free (self->locked);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->locks);
  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    g_ptr_array_unref (self->fields[end]);

  G_OBJECT_CLASS (outlay_mix_editor_parent_class)->finalize (object);
}

static void
outlay_mix_editor_class_init (OutlayMixEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_mix_editor_dispose;
  object_class->finalize = outlay_mix_editor_finalize;

  g_type_ensure (OUTLAY_TYPE_MIX_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/mix-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayMixEditor, bar);
  gtk_widget_class_bind_template_child (widget_class, OutlayMixEditor, legend);
  gtk_widget_class_bind_template_child (widget_class, OutlayMixEditor, table);
  gtk_widget_class_bind_template_child (widget_class, OutlayMixEditor, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, on_bar_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_settled);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mixeditor");
}

static void
outlay_mix_editor_init (OutlayMixEditor *self)
{
  GtkLayoutManager *layout;

  self->role = OUTLAY_MIX_OF_ALL;
  self->names = g_new0 (char *, 1);
  self->notes = g_ptr_array_new ();
  self->locks = g_ptr_array_new ();
  for (guint end = 0; end < OUTLAY_N_MIX_ENDS; end++)
    self->fields[end] = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

void
outlay_mix_editor_set_session (OutlayMixEditor *self,
                               OutlaySession   *session)
{
  g_return_if_fail (OUTLAY_IS_MIX_EDITOR (self));

  g_set_object (&self->session, session);
}

/**
 * outlay_mix_editor_set_role:
 * @self: a mix editor
 * @role: whose mix: a role's position, or %OUTLAY_MIX_OF_ALL
 */
void
outlay_mix_editor_set_role (OutlayMixEditor *self,
                            int              role)
{
  g_return_if_fail (OUTLAY_IS_MIX_EDITOR (self));

  self->role = role;
}

/**
 * outlay_mix_editor_set_unfolded:
 * @self: a mix editor
 * @unfolded: whether the table stands in the place of the legend
 */
void
outlay_mix_editor_set_unfolded (OutlayMixEditor *self,
                                gboolean         unfolded)
{
  g_return_if_fail (OUTLAY_IS_MIX_EDITOR (self));

  self->unfolded = unfolded;
  gtk_widget_set_visible (GTK_WIDGET (self->legend), !unfolded);
  gtk_widget_set_visible (GTK_WIDGET (self->table), unfolded);
  outlay_mix_editor_update (self);
}
