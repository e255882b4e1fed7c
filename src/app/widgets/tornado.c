/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tornado.h"

#include "dial-finder.h"
#include "dial.h"
#include "factors.h"
#include "figure-format.h"
#include "swing-bar.h"
#include "setters.h"
#include "view-state.h"

#include <glib/gi18n.h>

/**
 * OutlayTornado:
 *
 * What moves the cost of the option in focus: a button for each uncertain
 * factor, the largest change first. A button leads to the factor's dial in the
 * pane; where there is none, it opens the factor's range.
 *
 * # CSS nodes
 *
 * `tornado`, with a `button.swing` for each factor.
 *
 * # Accessibility
 *
 * Each button's label says its factor, the factor's range and both changes.
 */
struct _OutlayTornado
{
  GtkWidget      parent_instance;

  OutlaySession *session;
  GSignalGroup  *session_signals;
  GtkWidget     *rows[OUTLAY_N_FACTORS];
  OutlayFactor   factors[OUTLAY_N_FACTORS]; /* of the rows, as they are sorted */
};

G_DEFINE_FINAL_TYPE (OutlayTornado, outlay_tornado, GTK_TYPE_WIDGET)

/* What belongs to a factor. */
static const struct
{
  const char *name;
  const char *path; /* of its dial in the pane, or NULL */
} facts[OUTLAY_N_FACTORS] = {
  [OUTLAY_FACTOR_TASKS] = { N_("Tasks a day"), "team[0].tasks_per_day" },
  [OUTLAY_FACTOR_TURNS] = { N_("Turns"), "turns" },
  [OUTLAY_FACTOR_TOKENS] = { N_("Tokens a call"), "tasks[0].tool_result" },
  [OUTLAY_FACTOR_ACCEPTANCE] = { N_("Acceptance"), "expertise.intermediate.acceptance[0]" },
  [OUTLAY_FACTOR_WARMTH] = { N_("Cache warmth"), "cache_warmth.5m" },
  [OUTLAY_FACTOR_LEARNING] = { N_("Learning"), "learning.months" },
  [OUTLAY_FACTOR_ADOPTION] = { N_("Adoption"), "adoption.to" },
};

/* The range of a factor */

static GtkWidget *
create_range (OutlayTornado *self,
              OutlayFactor   factor)
{
  static const char * const names[] = { N_("Lowest"), N_("Likely"), N_("Highest") };
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (int i = 0; i < (int) G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("uncertainty.%s[%d]", outlay_factor_get_key (factor), i);
      g_autofree char *name =
        /* Translators: a factor, and an end of its range: "Turns, lowest" */
        g_strdup_printf (_("%s: %s"), _(facts[factor].name), _(names[i]));
      GtkWidget *label = gtk_label_new (_(names[i]));
      GtkWidget *dial = g_object_new (OUTLAY_TYPE_DIAL, "path", path, "bare", TRUE,
                                      "step", 0.05, NULL);

      outlay_dial_set_session (OUTLAY_DIAL (dial), self->session);
      outlay_dial_set_full_name (OUTLAY_DIAL (dial), name);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_grid_attach (GTK_GRID (grid), label, 0, i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), dial, 1, i, 1, 1);
    }

  return grid;
}

static gboolean
unparent (gpointer popover)
{
  /* GTK may keep the popover: its dials would go on following the session. */
  gtk_popover_set_child (GTK_POPOVER (popover), NULL);
  gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

/* Not at once: it is still at work. */
static void
on_closed (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent, g_object_ref (popover), g_object_unref);
}

static void
show_range (OutlayTornado *self,
            GtkWidget     *row,
            OutlayFactor   factor)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), create_range (self, factor));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(facts[factor].name), -1);
  gtk_widget_set_parent (popover, row);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
on_clicked (OutlayTornado *self,
            GtkWidget     *row)
{
  OutlayFactor factor = OUTLAY_FACTOR_TASKS;

  /* Enter clicks a moment later: the page may have been turned. */
  if (self->session == NULL)
    return;

  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    if (self->rows[i] == row)
      factor = self->factors[i];

  if (facts[factor].path == NULL ||
      !outlay_show_dial (GTK_WIDGET (gtk_widget_get_root (row)), facts[factor].path))
    show_range (self, row, factor);
}

/* What is shown */

static GtkWidget *
get_label (GtkWidget *row,
           gboolean   is_range)
{
  GtkWidget *box = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (row)));

  return is_range ? gtk_widget_get_last_child (box) : gtk_widget_get_first_child (box);
}

static void
show_swing (OutlayTornado          *self,
            guint                   i,
            const OutlaySwing      *swing,
            const OutlaySwingScale *scale)
{
  const char *name = _(facts[swing->factor].name);
  g_autofree char *low = outlay_figure_format_number (swing->low, 2);
  g_autofree char *high = outlay_figure_format_number (swing->high, 2);
  g_autofree char *at_low = outlay_swing_bar_format_change (swing->change_low, scale->currency);
  g_autofree char *at_high = outlay_swing_bar_format_change (swing->change_high, scale->currency);
  /* Translators: a factor's range: "0.78 – 1.37 ×" */
  g_autofree char *range = g_strdup_printf (C_("factor", "%s – %s ×"), low, high);
  g_autofree char *spoken =
    /* Translators: a factor; a value of it and what that changes, twice */
    g_strdup_printf (_("%s: %s at %s times, %s at %s times"), name, at_low, low, at_high, high);

  self->factors[i] = swing->factor;
  gtk_label_set_text (GTK_LABEL (get_label (self->rows[i], FALSE)), name);
  gtk_label_set_text (GTK_LABEL (get_label (self->rows[i], TRUE)), range);
  outlay_swing_bar_show (OUTLAY_SWING_BAR (gtk_widget_get_last_child (
                           gtk_button_get_child (GTK_BUTTON (self->rows[i])))),
                         scale, swing->change_low, swing->change_high);
  outlay_set_tooltip (self->rows[i], facts[swing->factor].path != NULL
                                     ? _("Go to the dial") : _("Change the range"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows[i]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
refresh (OutlayTornado *self)
{
  OutlaySensitivity *sensitivity =
    outlay_forecaster_get_sensitivity (outlay_session_get_forecaster (self->session));
  const char *focus = outlay_session_get_focus (self->session);
  const OutlayOptionSensitivity *option;
  OutlaySwingScale scale = { 0 };
  int position = -1;

  if (sensitivity != NULL)
    position = outlay_scenario_find_option (sensitivity->estimate->scenario, focus);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          position >= 0 && !sensitivity->options[position].is_refused);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  option = &sensitivity->options[position];
  scale.slot = outlay_session_get_slot (self->session, focus);
  scale.currency = sensitivity->estimate->scenario->currency.code;
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    {
      const OutlaySwing *swing = &option->swings[i];

      scale.least = MIN (scale.least, MIN (swing->change_low, swing->change_high));
      scale.most = MAX (scale.most, MAX (swing->change_low, swing->change_high));
    }
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    show_swing (self, i, &option->swings[i], &scale);
}

/* The object */

/**
 * outlay_tornado_set_session:
 * @self: a tornado
 * @session: (nullable): whose option in focus is shown
 */
void
outlay_tornado_set_session (OutlayTornado *self,
                            OutlaySession *session)
{
  g_return_if_fail (OUTLAY_IS_TORNADO (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  if (session != NULL)
    refresh (self);
}

static void
outlay_tornado_dispose (GObject *object)
{
  OutlayTornado *self = OUTLAY_TORNADO (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    g_clear_pointer (&self->rows[i], gtk_widget_unparent);

  G_OBJECT_CLASS (outlay_tornado_parent_class)->dispose (object);
}

static void
outlay_tornado_class_init (OutlayTornadoClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_tornado_dispose;

  gtk_widget_class_set_css_name (widget_class, "tornado");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
create_row (void)
{
  GtkWidget *row = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *range = gtk_label_new (NULL);

  gtk_widget_add_css_class (row, "flat");
  gtk_widget_add_css_class (row, "swing");
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (range, "dim-label");
  gtk_widget_add_css_class (range, "caption");
  gtk_widget_add_css_class (range, "numeric");
  gtk_box_append (GTK_BOX (words), name);
  gtk_box_append (GTK_BOX (words), range);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), outlay_swing_bar_new ());
  gtk_button_set_child (GTK_BUTTON (row), box);

  return row;
}

static void
outlay_tornado_init (OutlayTornado *self)
{
  /* Until there is something to show, no reader shall find bars without a name. */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
    GTK_ORIENTATION_VERTICAL);
  for (guint i = 0; i < OUTLAY_N_FACTORS; i++)
    {
      self->rows[i] = create_row ();
      gtk_widget_set_parent (self->rows[i], GTK_WIDGET (self));
      g_signal_connect_object (self->rows[i], "clicked", G_CALLBACK (on_clicked), self,
                               G_CONNECT_SWAPPED);
    }

  self->session_signals = g_signal_group_new (OUTLAY_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "simulated",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "view-changed",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}
