/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "late-bin.h"

#include "paths.h"

/**
 * OutlayLateBin:
 *
 * Holds a widget that is made when it is first to be seen, or when somebody asks for
 * it. A page that nobody has turned to yet, and what is folded, so cost a window that
 * opens nothing. From then on the widget stays.
 *
 * # Properties
 *
 * - `content-type`: the class of the widget; it has a property `session`
 * - `session`: what the widget is given
 * - `paths`: the inputs of the scenario whose dials are in it, an object for all that
 *   it holds; %NULL for none
 *
 * # Signals
 *
 * - `made`: the widget is there, and may be filled in
 */
struct _OutlayLateBin
{
  AdwBin   parent_instance;

  GType    content_type;
  GObject *session;
  GStrv    paths;
};

G_DEFINE_FINAL_TYPE (OutlayLateBin, outlay_late_bin, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_CONTENT_TYPE,
  PROP_SESSION,
  PROP_PATHS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

enum
{
  SIGNAL_MADE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Before it is laid out for the first time. */
static void
outlay_late_bin_map (GtkWidget *widget)
{
  outlay_late_bin_make (OUTLAY_LATE_BIN (widget));

  GTK_WIDGET_CLASS (outlay_late_bin_parent_class)->map (widget);
}

static void
outlay_late_bin_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_LATE_BIN (object)->session);

  G_OBJECT_CLASS (outlay_late_bin_parent_class)->dispose (object);
}

static void
outlay_late_bin_finalize (GObject *object)
{
  g_strfreev (OUTLAY_LATE_BIN (object)->paths);

  G_OBJECT_CLASS (outlay_late_bin_parent_class)->finalize (object);
}

static void
outlay_late_bin_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  OutlayLateBin *self = OUTLAY_LATE_BIN (object);
  GtkWidget *content = adw_bin_get_child (ADW_BIN (self));

  switch (prop_id)
    {
    case PROP_CONTENT_TYPE:
      self->content_type = g_value_get_gtype (value);
      break;
    case PROP_SESSION:
      g_set_object (&self->session, g_value_get_object (value));
      if (content != NULL)
        g_object_set (content, "session", self->session, NULL);
      break;
    case PROP_PATHS:
      self->paths = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_late_bin_class_init (OutlayLateBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags once = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = outlay_late_bin_dispose;
  object_class->finalize = outlay_late_bin_finalize;
  object_class->set_property = outlay_late_bin_set_property;
  GTK_WIDGET_CLASS (klass)->map = outlay_late_bin_map;

  props[PROP_CONTENT_TYPE] =
    g_param_spec_gtype ("content-type", NULL, NULL, GTK_TYPE_WIDGET, once);
  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, G_TYPE_OBJECT,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PATHS] = g_param_spec_boxed ("paths", NULL, NULL, G_TYPE_STRV, once);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_MADE] =
    g_signal_new ("made", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
outlay_late_bin_init (OutlayLateBin *self)
{
}

/**
 * outlay_late_bin_make:
 * @self: a bin
 *
 * Returns: (transfer none): the widget, which is made now if it was not there
 */
GtkWidget *
outlay_late_bin_make (OutlayLateBin *self)
{
  GtkWidget *content;

  g_return_val_if_fail (OUTLAY_IS_LATE_BIN (self), NULL);

  content = adw_bin_get_child (ADW_BIN (self));
  if (content != NULL)
    return content;

  content = g_object_new (self->content_type, "session", self->session, NULL);
  adw_bin_set_child (ADW_BIN (self), content);
  g_signal_emit (self, signals[SIGNAL_MADE], 0, content);

  return content;
}

/**
 * outlay_late_bin_make_for:
 * @self: a bin
 * @path: the path of an input
 *
 * Makes the widget if the dial of @path is in it.
 *
 * Returns: whether it is
 */
gboolean
outlay_late_bin_make_for (OutlayLateBin *self,
                          const char    *path)
{
  g_return_val_if_fail (OUTLAY_IS_LATE_BIN (self), FALSE);

  if (!outlay_paths_lead_to ((const char * const *) self->paths, path))
    return FALSE;

  outlay_late_bin_make (self);

  return TRUE;
}

/**
 * outlay_late_bin_set_path:
 * @self: a bin
 * @path: an input of the scenario whose dials are in it from now on
 */
void
outlay_late_bin_set_path (OutlayLateBin *self,
                          const char    *path)
{
  const char *paths[] = { path, NULL };

  g_return_if_fail (OUTLAY_IS_LATE_BIN (self));

  g_strfreev (self->paths);
  self->paths = g_strdupv ((char **) paths);
}
