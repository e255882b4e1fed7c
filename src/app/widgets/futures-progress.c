/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "futures-progress.h"

#include "figure-format.h"

#include <glib/gi18n.h>

/* For how long a run goes on before it shows, in microseconds. */
#define QUIET 200000

/**
 * OutlayFuturesProgress:
 *
 * How far the drawing of futures is, and a button that stops it. It shows only
 * once a run has taken a while.
 *
 * # CSS nodes
 *
 * `futuresprogress` with a `progressbar`, a `label` and a `button`.
 */
struct _OutlayFuturesProgress
{
  GtkWidget      parent_instance;

  OutlaySession *session;
  GSignalGroup  *signals;
  GtkWidget     *box;
  GtkWidget     *bar;
  GtkWidget     *label;
};

G_DEFINE_FINAL_TYPE (OutlayFuturesProgress, outlay_futures_progress, GTK_TYPE_WIDGET)

static void
refresh (OutlayFuturesProgress *self)
{
  OutlayForecaster *forecaster = outlay_session_get_forecaster (self->session);
  OutlaySimulation *simulation = outlay_forecaster_get_simulation (forecaster);
  gint64 elapsed;
  double progress = outlay_forecaster_get_progress (forecaster, &elapsed);
  gboolean shows = simulation != NULL && outlay_forecaster_get_running (forecaster) &&
                   elapsed > QUIET;
  g_autofree char *n = NULL;
  g_autofree char *of = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), shows);
  if (!shows)
    return;

  n = outlay_figure_format_number (simulation->n_draws, 0);
  of = outlay_figure_format_number (outlay_forecaster_get_n_wanted (forecaster), 0);
  /* Translators: two numbers of futures: how many are there, and will be */
  text = g_strdup_printf (_("%s of %s futures"), n, of);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), CLAMP (progress, 0, 1));
}

static void
on_stop (OutlayFuturesProgress *self)
{
  /* Enter clicks a moment later: the page may have been turned. */
  if (self->session != NULL)
    outlay_forecaster_stop (outlay_session_get_forecaster (self->session));
}

/**
 * outlay_futures_progress_set_session:
 * @self: a line
 * @session: (nullable): whose futures are drawn
 */
void
outlay_futures_progress_set_session (OutlayFuturesProgress *self,
                                     OutlaySession         *session)
{
  g_return_if_fail (OUTLAY_IS_FUTURES_PROGRESS (self));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->signals, session != NULL
                                            ? outlay_session_get_forecaster (session) : NULL);
  if (session != NULL)
    refresh (self);
}

static void
outlay_futures_progress_dispose (GObject *object)
{
  OutlayFuturesProgress *self = OUTLAY_FUTURES_PROGRESS (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (outlay_futures_progress_parent_class)->dispose (object);
}

static void
outlay_futures_progress_class_init (OutlayFuturesProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_futures_progress_dispose;

  gtk_widget_class_set_css_name (widget_class, "futuresprogress");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
outlay_futures_progress_init (OutlayFuturesProgress *self)
{
  GtkWidget *stop = gtk_button_new_with_mnemonic (_("S_top"));

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->bar = gtk_progress_bar_new ();
  self->label = gtk_label_new (NULL);
  gtk_widget_set_hexpand (self->bar, TRUE);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Drawing futures"), -1);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_widget_add_css_class (stop, "flat");
  g_signal_connect_swapped (stop, "clicked", G_CALLBACK (on_stop), self);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_box_append (GTK_BOX (self->box), stop);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);

  self->signals = g_signal_group_new (OUTLAY_TYPE_FORECASTER);
  g_signal_group_connect_object (self->signals, "changed",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (self->signals, "progress",
                                 G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}
