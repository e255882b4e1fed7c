/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dearer-list.h"

#include "figure-format.h"
#include "line-sample.h"
#include "odds.h"
#include "session-looks.h"

#include <glib/gi18n.h>

/**
 * OutlayDearerList:
 *
 * Which of two shown options is dearer, and how often, with both in the same
 * futures. Pairs that are settled are counted, not listed.
 *
 * # CSS nodes
 *
 * `dearerlist`, with a `box.pair` for each open pair and a `label` for the rest.
 *
 * # Accessibility
 *
 * The bar between two options says which costs more, and how often.
 */
struct _OutlayDearerList
{
  GtkWidget      parent_instance;

  OutlaySession *session;
  GSignalGroup  *session_signals;
  GtkWidget     *box;
};

G_DEFINE_FINAL_TYPE (OutlayDearerList, outlay_dearer_list, GTK_TYPE_WIDGET)

static GtkWidget *
create_side (const OutlaySimulation *simulation,
             guint                   option,
             guint                   slot,
             double                  share)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sample = outlay_line_sample_new ();
  GtkWidget *name = gtk_label_new (simulation->estimate->options[option].option->name);
  g_autofree char *chance = outlay_odds_format (share);
  GtkWidget *figure = gtk_label_new (chance);

  outlay_line_sample_set_slot (OUTLAY_LINE_SAMPLE (sample), slot);
  gtk_widget_set_valign (sample, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (figure, "numeric");
  gtk_widget_add_css_class (figure, "heading");
  gtk_box_append (GTK_BOX (side), sample);
  gtk_box_append (GTK_BOX (side), name);
  gtk_box_append (GTK_BOX (side), figure);

  return side;
}

static void
add_pair (OutlayDearerList       *self,
          const OutlaySimulation *simulation,
          const OutlayOptionLook *looks,
          const OutlayDearerPair *pair)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, 1);
  g_autofree char *chance = outlay_odds_format (pair->share);
  /* Translators: two options and a percentage, to be spoken */
  g_autofree char *spoken =
    g_strdup_printf (_("%s costs more than %s in %s of futures"),
                     simulation->estimate->options[pair->option].option->name,
                     simulation->estimate->options[pair->other].option->name, chance);

  gtk_level_bar_add_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL, 1);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar), pair->share);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_add_css_class (box, "pair");
  gtk_box_append (GTK_BOX (box), create_side (simulation, pair->option,
                                              looks[pair->option].slot, pair->share));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), create_side (simulation, pair->other,
                                              looks[pair->other].slot, pair->other_share));
  gtk_box_append (GTK_BOX (self->box), box);
}

static void
add_rest (OutlayDearerList *self,
          guint             n_open,
          guint             n_settled)
{
  g_autofree char *number = outlay_figure_format_number (n_settled, 0);
  g_autofree char *certain = outlay_odds_format (0.995);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (n_open + n_settled == 0)
    text = g_strdup (_("There is nothing to compare."));
  else if (n_open > 0)
    /* Translators: a number of pairs of options, and a chance, ">99 %" */
    text = g_strdup_printf (ngettext ("The other %1$s pair is settled: %2$s",
                                      "The other %1$s pairs are settled: %2$s", n_settled),
                            number, certain);
  else
    /* Translators: a number of pairs of options, and a chance, ">99 %" */
    text = g_strdup_printf (ngettext ("The only %1$s pair is settled: %2$s",
                                      "All %1$s pairs are settled: %2$s", n_settled),
                            number, certain);

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (self->box), label);
}

static void
refresh (OutlayDearerList *self)
{
  OutlaySimulation *simulation =
    outlay_forecaster_get_simulation (outlay_session_get_forecaster (self->session));
  g_autofree OutlayOptionLook *looks = NULL;
  g_autoptr (GArray) pairs = NULL;
  GtkWidget *child;
  guint n_settled;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  if (simulation == NULL)
    return;

  looks = outlay_option_looks_new (self->session, simulation->estimate);
  pairs = outlay_odds_list_pairs (simulation, looks, &n_settled);
  for (guint i = 0; i < pairs->len; i++)
    add_pair (self, simulation, looks, &g_array_index (pairs, OutlayDearerPair, i));
  if (pairs->len == 0 || n_settled > 0)
    add_rest (self, pairs->len, n_settled);
}

/**
 * outlay_dearer_list_set_session:
 * @self: a list
 * @session: (nullable): whose options are compared
 */
void
outlay_dearer_list_set_session (OutlayDearerList *self,
                                OutlaySession    *session)
{
  g_return_if_fail (OUTLAY_IS_DEARER_LIST (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  if (session != NULL)
    refresh (self);
}

static void
outlay_dearer_list_dispose (GObject *object)
{
  OutlayDearerList *self = OUTLAY_DEARER_LIST (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (outlay_dearer_list_parent_class)->dispose (object);
}

static void
outlay_dearer_list_class_init (OutlayDearerListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_dearer_list_dispose;

  gtk_widget_class_set_css_name (widget_class, "dearerlist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
outlay_dearer_list_init (OutlayDearerList *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (OUTLAY_TYPE_SESSION);
  g_signal_group_connect_object (self->session_signals, "simulated",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->session_signals, "view-changed",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}
