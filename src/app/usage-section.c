/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-section.h"

/* Edits follow each other while a dial is turned; the ledger is asked behind them. */
#define SETTLE_TIME 400

typedef struct
{
  OutlayUsageStore *store;
  OutlaySession    *session;
  GCancellable     *asking; /* or NULL */
  gboolean          is_stale;
  gboolean          has_days;
  guint             settle_id;
} OutlayUsageSectionPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (OutlayUsageSection, outlay_usage_section, ADW_TYPE_BIN)

static OutlayUsageSectionPrivate *
get_private (OutlayUsageSection *self)
{
  return outlay_usage_section_get_instance_private (self);
}

static void
cancel (OutlayUsageSection *self)
{
  OutlayUsageSectionPrivate *priv = get_private (self);

  if (priv->asking != NULL)
    g_cancellable_cancel (priv->asking);
  g_clear_object (&priv->asking);
}

/**
 * outlay_usage_section_refresh:
 * @self: a section
 *
 * Asks what there is now: at once if the section is seen, else as soon as it is.
 */
void
outlay_usage_section_refresh (OutlayUsageSection *self)
{
  OutlayUsageSectionPrivate *priv = get_private (self);

  g_return_if_fail (OUTLAY_IS_USAGE_SECTION (self));

  priv->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self)) || !priv->has_days;
  if (priv->is_stale)
    return;

  cancel (self);
  priv->asking = g_cancellable_new ();
  OUTLAY_USAGE_SECTION_GET_CLASS (self)->refresh (self, priv->asking);
}

static void
outlay_usage_section_map (GtkWidget *widget)
{
  OutlayUsageSection *self = OUTLAY_USAGE_SECTION (widget);

  GTK_WIDGET_CLASS (outlay_usage_section_parent_class)->map (widget);

  if (get_private (self)->is_stale)
    outlay_usage_section_refresh (self);
}

static void
outlay_usage_section_dispose (GObject *object)
{
  OutlayUsageSectionPrivate *priv = get_private (OUTLAY_USAGE_SECTION (object));

  g_clear_handle_id (&priv->settle_id, g_source_remove);
  cancel (OUTLAY_USAGE_SECTION (object));
  g_clear_object (&priv->store);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (outlay_usage_section_parent_class)->dispose (object);
}

static void
outlay_usage_section_class_init (OutlayUsageSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = outlay_usage_section_dispose;
  GTK_WIDGET_CLASS (klass)->map = outlay_usage_section_map;
}

static void
outlay_usage_section_init (OutlayUsageSection *self)
{
}

static gboolean
on_settled (gpointer data)
{
  OutlayUsageSection *self = OUTLAY_USAGE_SECTION (data);

  get_private (self)->settle_id = 0;
  outlay_usage_section_refresh (self);

  return G_SOURCE_REMOVE;
}

static void
follow (OutlayUsageSection *self)
{
  OutlayUsageSectionPrivate *priv = get_private (self);
  OutlayUsageSectionClass *klass = OUTLAY_USAGE_SECTION_GET_CLASS (self);

  if (klass->follow != NULL)
    klass->follow (self);
  g_clear_handle_id (&priv->settle_id, g_source_remove);
  priv->settle_id = g_timeout_add (SETTLE_TIME, on_settled, self);
}

/**
 * outlay_usage_section_set_up:
 * @self: a section, once
 * @store: the ledger
 * @session: whose scenario is held against it
 */
void
outlay_usage_section_set_up (OutlayUsageSection *self,
                             OutlayUsageStore   *store,
                             OutlaySession      *session)
{
  OutlayUsageSectionPrivate *priv = get_private (self);

  g_return_if_fail (OUTLAY_IS_USAGE_SECTION (self));

  priv->store = g_object_ref (store);
  priv->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::focus", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
}

/**
 * outlay_usage_section_set_days:
 * @self: a section
 * @first: the first day of the ledger, as 20260701
 * @last: the last
 *
 * Tells that the ledger is another one than before.
 */
void
outlay_usage_section_set_days (OutlayUsageSection *self,
                               int                 first,
                               int                 last)
{
  OutlayUsageSectionClass *klass = OUTLAY_USAGE_SECTION_GET_CLASS (self);

  g_return_if_fail (OUTLAY_IS_USAGE_SECTION (self));

  get_private (self)->has_days = TRUE;
  if (klass->set_days != NULL)
    klass->set_days (self, first, last);
  outlay_usage_section_refresh (self);
}

OutlayUsageStore *
outlay_usage_section_get_store (OutlayUsageSection *self)
{
  g_return_val_if_fail (OUTLAY_IS_USAGE_SECTION (self), NULL);

  return get_private (self)->store;
}

OutlaySession *
outlay_usage_section_get_session (OutlayUsageSection *self)
{
  g_return_val_if_fail (OUTLAY_IS_USAGE_SECTION (self), NULL);

  return get_private (self)->session;
}
