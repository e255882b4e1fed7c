/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input-box.h"

#include "choice-dial.h"
#include "dial-set.h"
#include "dial.h"
#include "dial-name.h"
#include "input-text.h"
#include "paths.h"
#include "text-dial.h"

#include <glib/gi18n.h>

/**
 * OutlayInputBox:
 *
 * Inputs of the scenario below each other, each with the control that suits what
 * the table of inputs says of it. An object stands for all inputs that it holds,
 * below its name.
 *
 * The controls are made when they are first seen, so that what stays folded
 * costs nothing.
 *
 * # Properties
 *
 * - `session`: whose scenario is turned
 * - `paths`: which inputs
 * - `note`: a sentence that stands before them, or %NULL
 *
 * # CSS nodes
 *
 * `inputbox` with `label.input-note`, `label.input-heading` and `dial`.
 */
struct _OutlayInputBox
{
  GtkWidget      parent_instance;

  OutlaySession *session;
  GStrv          paths;
  char          *note;
  char          *owner;  /* of all of them, or NULL */
  gboolean       is_built;
};

G_DEFINE_FINAL_TYPE (OutlayInputBox, outlay_input_box, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PATHS,
  PROP_NOTE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* How a number is turned follows from its limits. */

static double
get_step (const OutlayInput *input)
{
  if (outlay_input_is_share (input))
    return 1;
  if (input->type == OUTLAY_INPUT_NUMBER && input->max <= 31)
    return 0.05;
  if (input->type == OUTLAY_INPUT_NUMBER && input->max >= 1e6)
    return input->max > 1e6 ? 100 : 50;

  return 1;
}

static int
get_width_chars (const OutlayInput *input)
{
  if (input->max <= 1000)
    return 4;

  return input->max <= 10000 ? 5 : 7;
}

static GtkWidget *
new_dial (OutlayInputBox    *self,
          const char        *path,
          const OutlayInput *input,
          const char        *owner)
{
  g_autofree char *full_name = outlay_dial_name_describe (path, owner);
  GtkWidget *dial = g_object_new (OUTLAY_TYPE_DIAL,
                                  "percent", outlay_input_is_share (input),
                                  "step", get_step (input),
                                  "width-chars", get_width_chars (input),
                                  "show-unit", TRUE,
                                  NULL);

  outlay_dial_set_path (OUTLAY_DIAL (dial), path);
  outlay_dial_set_full_name (OUTLAY_DIAL (dial), full_name);
  outlay_dial_set_session (OUTLAY_DIAL (dial), self->session);

  return dial;
}

static GtkWidget *
new_control (OutlayInputBox    *self,
             const char        *path,
             const OutlayInput *input,
             const char        *owner)
{
  switch (input->type)
    {
    case OUTLAY_INPUT_NUMBER:
    case OUTLAY_INPUT_WHOLE:
      return new_dial (self, path, input, owner);
    case OUTLAY_INPUT_PAIR:
    case OUTLAY_INPUT_RANGE:
      return outlay_dial_set_new (self->session, path, owner);
    case OUTLAY_INPUT_FLAG:
    case OUTLAY_INPUT_CHOICE:
      return outlay_choice_dial_new (self->session, path, owner);
    case OUTLAY_INPUT_TEXT:
      return outlay_text_dial_new (self->session, path, owner);
    case OUTLAY_INPUT_MONTH:
    case OUTLAY_INPUT_DATE:
    case OUTLAY_INPUT_NUMBERS:
    case OUTLAY_INPUT_OBJECT:
    case OUTLAY_INPUT_OPTIONAL:
    case OUTLAY_INPUT_LIST:
    case OUTLAY_INPUT_MIX:
    case OUTLAY_INPUT_RULES:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
outlay_input_box_add_words (OutlayInputBox *self,
                            const char     *words,
                            const char     *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0,
                                   "wrap", TRUE, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
outlay_input_box_add (OutlayInputBox *self,
                      const char     *path,
                      const char     *owner,
                      gboolean        is_alone)
{
  const OutlayInput *input = outlay_input_find (path);

  g_return_if_fail (input != NULL);
  if (input->type != OUTLAY_INPUT_OBJECT)
    {
      gtk_widget_set_parent (new_control (self, path, input, owner), GTK_WIDGET (self));
      return;
    }

  if (!is_alone)
    outlay_input_box_add_words (self, _(input->label), "input-heading");
  for (guint i = 0; i < input->table->n_inputs; i++)
    {
      g_autofree char *inner = g_strdup_printf ("%s.%s", path, input->table->inputs[i].key);

      outlay_input_box_add (self, inner, is_alone ? owner : _(input->label), FALSE);
    }
}

static void
outlay_input_box_build (OutlayInputBox *self)
{
  if (self->is_built || self->session == NULL || self->paths == NULL)
    return;

  self->is_built = TRUE;
  if (self->note != NULL)
    outlay_input_box_add_words (self, self->note, "input-note");
  for (guint i = 0; self->paths[i] != NULL; i++)
    outlay_input_box_add (self, self->paths[i], self->owner, self->paths[1] == NULL);
}

static void
outlay_input_box_clear (OutlayInputBox *self)
{
  GtkWidget *child;

  self->is_built = FALSE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
outlay_input_box_map (GtkWidget *widget)
{
  outlay_input_box_build (OUTLAY_INPUT_BOX (widget));

  GTK_WIDGET_CLASS (outlay_input_box_parent_class)->map (widget);
}

static void
outlay_input_box_dispose (GObject *object)
{
  OutlayInputBox *self = OUTLAY_INPUT_BOX (object);

  outlay_input_box_clear (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_input_box_parent_class)->dispose (object);
}

static void
outlay_input_box_finalize (GObject *object)
{
  OutlayInputBox *self = OUTLAY_INPUT_BOX (object);

  g_strfreev (self->paths);
  g_free (self->note);
  g_free (self->owner);

  G_OBJECT_CLASS (outlay_input_box_parent_class)->finalize (object);
}

static void
outlay_input_box_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  OutlayInputBox *self = OUTLAY_INPUT_BOX (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      if (g_set_object (&self->session, g_value_get_object (value)))
        {
          outlay_input_box_clear (self);
          if (gtk_widget_get_mapped (GTK_WIDGET (self)))
            outlay_input_box_build (self);
        }
      break;
    case PROP_PATHS:
      self->paths = g_value_dup_boxed (value);
      break;
    case PROP_NOTE:
      self->note = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_input_box_class_init (OutlayInputBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = outlay_input_box_dispose;
  object_class->finalize = outlay_input_box_finalize;
  object_class->set_property = outlay_input_box_set_property;
  widget_class->map = outlay_input_box_map;

  props[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OUTLAY_TYPE_SESSION,
                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PATHS] = g_param_spec_boxed ("paths", NULL, NULL, G_TYPE_STRV, once);
  props[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, NULL, once);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "inputbox");
}

static void
outlay_input_box_init (OutlayInputBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
}

/**
 * outlay_input_box_set_paths:
 * @self: an input box
 * @paths: (array zero-terminated=1): which inputs stand in it from now on
 * @owner: (nullable): whose they are, where their labels do not tell
 */
void
outlay_input_box_set_paths (OutlayInputBox     *self,
                            const char * const *paths,
                            const char         *owner)
{
  gboolean was_built = self->is_built;

  g_return_if_fail (OUTLAY_IS_INPUT_BOX (self));

  outlay_input_box_clear (self);
  g_strfreev (self->paths);
  self->paths = g_strdupv ((char **) paths);
  g_free (self->owner);
  self->owner = g_strdup (owner);
  if (was_built || gtk_widget_get_mapped (GTK_WIDGET (self)))
    outlay_input_box_build (self);
}

static void
set_owner (GtkWidget  *control,
           const char *owner)
{
  if (OUTLAY_IS_DIAL (control))
    {
      g_autofree char *full_name =
        outlay_dial_name_describe (outlay_dial_get_path (OUTLAY_DIAL (control)), owner);

      outlay_dial_set_full_name (OUTLAY_DIAL (control), full_name);
    }
  else if (OUTLAY_IS_TEXT_DIAL (control))
    outlay_text_dial_set_owner (OUTLAY_TEXT_DIAL (control), owner);
  else if (OUTLAY_IS_CHOICE_DIAL (control))
    outlay_choice_dial_set_owner (OUTLAY_CHOICE_DIAL (control), owner);
}

/**
 * outlay_input_box_set_owner:
 * @self: a box of numbers, texts and choices
 * @owner: (nullable): whose they are by now
 *
 * Tells it to whoever hears them: one of them may just have renamed the owner, and
 * keeps the keyboard.
 */
void
outlay_input_box_set_owner (OutlayInputBox *self,
                            const char     *owner)
{
  g_return_if_fail (OUTLAY_IS_INPUT_BOX (self));

  if (g_strcmp0 (self->owner, owner) == 0)
    return;

  g_free (self->owner);
  self->owner = g_strdup (owner);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_owner (child, owner);
}

/**
 * outlay_input_box_build_for:
 * @self: an input box
 * @path: the path of an input
 *
 * Makes the controls, seen or not, if @path leads to one of them.
 *
 * Returns: whether it does
 */
gboolean
outlay_input_box_build_for (OutlayInputBox *self,
                            const char     *path)
{
  g_return_val_if_fail (OUTLAY_IS_INPUT_BOX (self), FALSE);

  if (!outlay_paths_lead_to ((const char * const *) self->paths, path))
    return FALSE;

  outlay_input_box_build (self);

  return TRUE;
}
