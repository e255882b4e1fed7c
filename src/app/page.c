/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page.h"

#include "view-state.h"

typedef struct
{
  OutlaySession *session;
  GSignalGroup  *session_signals;
  gboolean       is_stale;
} OutlayPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (OutlayPage, outlay_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/**
 * outlay_page_refresh:
 * @self: a page
 *
 * Shows what there is now: at once if the page is seen, else as soon as it is.
 */
void
outlay_page_refresh (OutlayPage *self)
{
  OutlayPagePrivate *priv = outlay_page_get_instance_private (self);
  OutlayEstimate *estimate = NULL;

  if (priv->session != NULL)
    estimate = outlay_session_get_estimate (priv->session);

  priv->is_stale = !gtk_widget_get_mapped (GTK_WIDGET (self)) || estimate == NULL;
  if (!priv->is_stale)
    OUTLAY_PAGE_GET_CLASS (self)->refresh (self, estimate);
}

static void
outlay_page_map (GtkWidget *widget)
{
  OutlayPage *self = OUTLAY_PAGE (widget);
  OutlayPagePrivate *priv = outlay_page_get_instance_private (self);

  GTK_WIDGET_CLASS (outlay_page_parent_class)->map (widget);

  if (priv->is_stale)
    outlay_page_refresh (self);
}

static void
outlay_page_dispose (GObject *object)
{
  OutlayPagePrivate *priv = outlay_page_get_instance_private (OUTLAY_PAGE (object));

  g_clear_object (&priv->session_signals);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (outlay_page_parent_class)->dispose (object);
}

static void
outlay_page_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, outlay_page_get_session (OUTLAY_PAGE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_page_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      outlay_page_set_session (OUTLAY_PAGE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_page_class_init (OutlayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = outlay_page_dispose;
  object_class->get_property = outlay_page_get_property;
  object_class->set_property = outlay_page_set_property;
  GTK_WIDGET_CLASS (klass)->map = outlay_page_map;

  /**
   * OutlayPage:session:
   *
   * Whose figures are shown.
   */
  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
outlay_page_init (OutlayPage *self)
{
  OutlayPagePrivate *priv = outlay_page_get_instance_private (self);

  priv->session_signals = g_signal_group_new (OUTLAY_TYPE_SESSION);
  g_signal_group_connect_object (priv->session_signals, "estimated",
                                 G_CALLBACK (outlay_page_refresh), self, G_CONNECT_SWAPPED);
  g_signal_group_connect_object (priv->session_signals, "view-changed",
                                 G_CALLBACK (outlay_page_refresh), self, G_CONNECT_SWAPPED);
}

OutlaySession *
outlay_page_get_session (OutlayPage *self)
{
  OutlayPagePrivate *priv = outlay_page_get_instance_private (self);

  g_return_val_if_fail (OUTLAY_IS_PAGE (self), NULL);

  return priv->session;
}

void
outlay_page_set_session (OutlayPage    *self,
                         OutlaySession *session)
{
  OutlayPagePrivate *priv = outlay_page_get_instance_private (self);

  g_return_if_fail (OUTLAY_IS_PAGE (self));

  if (!g_set_object (&priv->session, session))
    return;

  g_signal_group_set_target (priv->session_signals, session);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
  outlay_page_refresh (self);
}

/**
 * outlay_page_find_option:
 * @self: a page about one option
 * @estimate: what it shows
 *
 * Returns: the option in focus, or -1 where there is none
 */
int
outlay_page_find_option (OutlayPage           *self,
                         const OutlayEstimate *estimate)
{
  const char *focus = outlay_session_get_focus (outlay_page_get_session (self));

  return outlay_scenario_find_option (estimate->scenario, focus);
}
