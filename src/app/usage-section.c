/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-section.h"

#include "usage-roles.h"
#include "widgets/sentence.h"

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
  GtkLabel         *error_label; /* of its own template */
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

/* Asking */

static void
request_free (gpointer data)
{
  OutlayUsageRequest *request = data;

  outlay_scenario_unref (request->scenario);
  g_free (request->option);
  g_hash_table_unref (request->roles);
  g_free (request);
}

/**
 * outlay_usage_section_ask:
 * @self: a section
 * @cancellable: what its refresh was called with
 * @period: the days to ask about
 * @function: asks the ledger, in a thread, with an #OutlayUsageRequest
 * @result_free: frees its answer
 * @callback: takes the answer, by outlay_usage_section_take_answer(); it is called
 *   with the section
 *
 * Asks about the scenario as it is now, and the option in focus.
 */
void
outlay_usage_section_ask (OutlayUsageSection  *self,
                          GCancellable        *cancellable,
                          OutlayPeriod         period,
                          OutlayUsageFunc      function,
                          GDestroyNotify       result_free,
                          GAsyncReadyCallback  callback)
{
  OutlayUsageSectionPrivate *priv = get_private (self);
  OutlayUsageRequest *request = g_new (OutlayUsageRequest, 1);

  *request = (OutlayUsageRequest) {
    .scenario = outlay_scenario_ref (outlay_session_get_scenario (priv->session)),
    .option = g_strdup (outlay_session_get_focus (priv->session)),
    .period = period,
    .roles = outlay_usage_roles_load (),
  };
  outlay_usage_store_ask (priv->store, cancellable, function, request, request_free, result_free,
                          callback, self);
}

/**
 * outlay_usage_section_take_answer:
 * @self: a section, which may be gone where nobody waits for the answer any more
 * @result: the answer
 * @answer: (out) (transfer full) (nullable): what came; %NULL where there is no ledger
 *   yet, or with an error, which is shown
 *
 * Returns: whether there is an answer that somebody waits for
 */
gboolean
outlay_usage_section_take_answer (gpointer       self,
                                  GAsyncResult  *result,
                                  gpointer      *answer)
{
  g_autoptr (GError) error = NULL;
  GtkLabel *label;

  *answer = outlay_usage_store_ask_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;

  label = get_private (self)->error_label;
  outlay_label_set_sentence (label, error != NULL ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (label), error != NULL);

  return error == NULL;
}

/* Where it says what goes wrong. */
void
outlay_usage_section_set_error_label (OutlayUsageSection *self,
                                      GtkLabel           *label)
{
  g_return_if_fail (OUTLAY_IS_USAGE_SECTION (self));

  get_private (self)->error_label = label;
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
