/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "announced-row.h"

#include "price-offer.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>

/**
 * OutlayAnnouncedRow:
 *
 * Whether the price changes that are announced within the scenario's period count.
 * Switching is one edit. Where nothing is announced it cannot be used, and says so.
 *
 * # CSS nodes
 *
 * `announcedrow`.
 */
struct _OutlayAnnouncedRow
{
  GtkWidget      parent_instance;

  GtkWidget     *box;
  GtkSwitch     *toggle;
  GtkLabel      *words_label;

  OutlaySession *session;
  gboolean       updating;
};

G_DEFINE_FINAL_TYPE (OutlayAnnouncedRow, outlay_announced_row, GTK_TYPE_WIDGET)

static void
outlay_announced_row_update (OutlayAnnouncedRow *self)
{
  OutlayAnnounced announced =
    outlay_scenario_get_announced (outlay_session_get_scenario (self->session));

  self->updating = TRUE;
  gtk_switch_set_active (self->toggle, announced == OUTLAY_ANNOUNCED_ON);
  gtk_widget_set_sensitive (GTK_WIDGET (self->toggle), announced != OUTLAY_ANNOUNCED_NONE);
  outlay_label_set_sentence (self->words_label,
                             announced == OUTLAY_ANNOUNCED_NONE
                               ? _("None is announced within these months")
                               : announced == OUTLAY_ANNOUNCED_ON
                                   ? _("They count from their day on")
                                   : _("Left out: the first month’s prices hold throughout"));
  self->updating = FALSE;
}

static void
on_switched (OutlayAnnouncedRow *self)
{
  OutlayScenario *draft;
  gboolean active = gtk_switch_get_active (self->toggle);

  if (self->updating || self->session == NULL)
    return;

  draft = outlay_session_begin_edit (self->session);
  if (active)
    outlay_draft_restore_announced (draft, outlay_catalogue_get_prices (
                                             outlay_session_get_catalogue (self->session)));
  else
    outlay_draft_leave_announced (draft);
  outlay_session_commit_edit (self->session, draft, _("Announced Price Changes"), NULL);
  outlay_announced_row_update (self);
}

static void
outlay_announced_row_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  g_value_set_object (value, OUTLAY_ANNOUNCED_ROW (object)->session);
}

static void
outlay_announced_row_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  OutlayAnnouncedRow *self = OUTLAY_ANNOUNCED_ROW (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, outlay_announced_row_update, self);
  g_set_object (&self->session, g_value_get_object (value));
  if (self->session == NULL)
    return;

  g_signal_connect_object (self->session, "changed", G_CALLBACK (outlay_announced_row_update),
                           self, G_CONNECT_SWAPPED);
  outlay_announced_row_update (self);
}

static void
outlay_announced_row_dispose (GObject *object)
{
  OutlayAnnouncedRow *self = OUTLAY_ANNOUNCED_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_ANNOUNCED_ROW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_announced_row_parent_class)->dispose (object);
}

static void
outlay_announced_row_class_init (OutlayAnnouncedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_announced_row_dispose;
  G_OBJECT_CLASS (klass)->get_property = outlay_announced_row_get_property;
  G_OBJECT_CLASS (klass)->set_property = outlay_announced_row_set_property;

  g_object_class_install_property (G_OBJECT_CLASS (klass), 1,
    g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/announced-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayAnnouncedRow, box);
  gtk_widget_class_bind_template_child (widget_class, OutlayAnnouncedRow, toggle);
  gtk_widget_class_bind_template_child (widget_class, OutlayAnnouncedRow, words_label);
  gtk_widget_class_bind_template_callback (widget_class, on_switched);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "announcedrow");
}

static void
outlay_announced_row_init (OutlayAnnouncedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
