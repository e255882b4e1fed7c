/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "panel.h"

/**
 * OutlayPanel:
 *
 * A part of the pane: it shows a session, and edits it. What all panels have in
 * common is only how they follow their session.
 */
typedef struct
{
  OutlaySession *session;
} OutlayPanelPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (OutlayPanel, outlay_panel, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
on_changed (OutlayPanel   *self,
            OutlaySession *session)
{
  if (OUTLAY_PANEL_GET_CLASS (self)->changed != NULL)
    OUTLAY_PANEL_GET_CLASS (self)->changed (self, session);
}

static void
on_estimated (OutlayPanel   *self,
              OutlaySession *session)
{
  if (OUTLAY_PANEL_GET_CLASS (self)->estimated != NULL)
    OUTLAY_PANEL_GET_CLASS (self)->estimated (self, session);
}

static void
on_view_changed (OutlayPanel   *self,
                 OutlaySession *session)
{
  if (OUTLAY_PANEL_GET_CLASS (self)->view_changed != NULL)
    OUTLAY_PANEL_GET_CLASS (self)->view_changed (self, session);
}

static void
outlay_panel_dispose (GObject *object)
{
  outlay_panel_set_session (OUTLAY_PANEL (object), NULL);

  G_OBJECT_CLASS (outlay_panel_parent_class)->dispose (object);
}

static void
outlay_panel_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, outlay_panel_get_session (OUTLAY_PANEL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_panel_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      outlay_panel_set_session (OUTLAY_PANEL (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_panel_class_init (OutlayPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = outlay_panel_dispose;
  object_class->get_property = outlay_panel_get_property;
  object_class->set_property = outlay_panel_set_property;

  /**
   * OutlayPanel:session:
   *
   * The session that is shown.
   */
  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
outlay_panel_init (OutlayPanel *self)
{
}

OutlaySession *
outlay_panel_get_session (OutlayPanel *self)
{
  OutlayPanelPrivate *priv = outlay_panel_get_instance_private (self);

  g_return_val_if_fail (OUTLAY_IS_PANEL (self), NULL);

  return priv->session;
}

void
outlay_panel_set_session (OutlayPanel   *self,
                          OutlaySession *session)
{
  OutlayPanelPrivate *priv = outlay_panel_get_instance_private (self);

  g_return_if_fail (OUTLAY_IS_PANEL (self));
  g_return_if_fail (session == NULL || OUTLAY_IS_SESSION (session));

  if (priv->session == session)
    return;

  if (priv->session != NULL)
    g_signal_handlers_disconnect_by_data (priv->session, self);
  g_set_object (&priv->session, session);

  if (session != NULL)
    {
      g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "estimated", G_CALLBACK (on_estimated), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "view-changed", G_CALLBACK (on_view_changed), self,
                               G_CONNECT_SWAPPED);
      on_changed (self, session);
      on_estimated (self, session);
      on_view_changed (self, session);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
