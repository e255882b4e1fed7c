/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "number-field.h"

#include "field-text.h"
#include "problem-mark.h"
#include "step-scale.h"
#include "tab-order.h"

#include <math.h>

/* How long a hand rests between two edits of one burst. */
#define BURST_MILLISECONDS 1000

#define DEFAULT_WIDTH 4

/**
 * OutlayNumberField:
 *
 * A number with buttons to step it. What is typed takes effect while it is
 * typed; what is out of range takes no effect, stays as it was typed, and is
 * explained by #OutlayNumberField:problem, while the number from before stays in
 * force: nothing is silently clamped. Escape shows that number again.
 *
 * Setting the value from code emits nothing; scrolling over it turns nothing.
 *
 * # Properties
 *
 * - `width-chars`: how many digits the field has room for
 * - `decimals`: how many decimals it shows at most
 * - `buttons`: whether it has buttons to step it; the keys always do
 * - `problem`: why what was typed does not count, with the allowed range, or %NULL
 *
 * # Signals
 *
 * - `edited` (value): the person made it another number
 * - `settled`: edits, one to undo, are over: Enter, the focus left, or a second passed
 *
 * # CSS nodes
 *
 * `numberfield` with the `spinbutton` inside, which has the class `.error` while
 * there is a problem.
 *
 * # Accessibility
 *
 * The role and keys are those of #GtkSpinButton; the state "invalid" and the
 * description tell the problem.
 */
struct _OutlayNumberField
{
  GtkWidget      parent_instance;

  GtkSpinButton *spin;
  GtkAdjustment *adjustment;

  OutlayFieldReader reader; /* or NULL */
  gpointer       reader_data;
  char          *label;
  double         least;
  double         most;
  gboolean       whole;
  double         value;
  double         before;  /* the value when the burst began */
  int            decimals;

  char          *problem;
  gboolean       is_read; /* the reader made sense of the text */
  gboolean       typed;   /* the text is the person's, not ours */
  gboolean       setting; /* we are the ones who change something */
  guint          burst;   /* timeout, or 0 */
};

G_DEFINE_FINAL_TYPE (OutlayNumberField, outlay_number_field, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WIDTH_CHARS,
  PROP_DECIMALS,
  PROP_BUTTONS,
  PROP_PROBLEM,
  N_PROPS
};

enum
{
  SIGNAL_EDITED,
  SIGNAL_SETTLED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
outlay_number_field_settle (OutlayNumberField *self)
{
  if (self->burst == 0)
    return;

  g_clear_handle_id (&self->burst, g_source_remove);
  self->before = self->value;
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

static gboolean
on_burst_over (gpointer data)
{
  outlay_number_field_settle (OUTLAY_NUMBER_FIELD (data));

  return G_SOURCE_REMOVE;
}

static void
outlay_number_field_set_problem (OutlayNumberField *self,
                                 const char        *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  outlay_widget_mark_problem (GTK_WIDGET (self->spin), problem);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROBLEM]);
}

/* What somebody types is not rewritten under the hand. */
static gboolean
on_output (OutlayNumberField *self)
{
  g_autofree char *text = NULL;
  gboolean setting = self->setting;

  if (self->typed)
    return TRUE;

  text = outlay_field_format (gtk_adjustment_get_value (self->adjustment), self->decimals);
  self->setting = TRUE;
  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (self->spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->spin), text);
  self->setting = setting;

  return TRUE;
}

/* Shows the number in force, whatever was typed. */
static void
outlay_number_field_show_value (OutlayNumberField *self)
{
  self->typed = FALSE;
  self->setting = TRUE;
  gtk_adjustment_set_value (self->adjustment, self->value);
  self->setting = FALSE;
  on_output (self);

  outlay_number_field_set_problem (self, NULL);
}

static void
outlay_number_field_edit (OutlayNumberField *self,
                          double             value,
                          gboolean           is_read)
{
  outlay_number_field_set_problem (self, NULL);
  if (value == self->value && !is_read && !self->is_read)
    return;

  self->value = value;
  self->is_read = is_read;
  g_clear_handle_id (&self->burst, g_source_remove);
  self->burst = g_timeout_add (BURST_MILLISECONDS, on_burst_over, self);
  g_signal_emit (self, signals[SIGNAL_EDITED], 0, value);
}

static gboolean
outlay_number_field_allows (OutlayNumberField *self,
                            double             value)
{
  return value >= self->least && value <= self->most &&
         (!self->whole || value == round (value));
}

static void
on_typed (OutlayNumberField *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->spin));
  double value;

  if (self->setting)
    return;

  self->typed = TRUE;
  if (self->reader != NULL && self->reader (text, &value, self->reader_data))
    {
      outlay_number_field_edit (self, value, TRUE);
    }
  else if (outlay_field_parse (text, &value) && outlay_number_field_allows (self, value))
    {
      outlay_number_field_edit (self, value, FALSE);
    }
  else
    {
      g_autofree char *problem = outlay_field_describe_range (self->label, self->least,
                                                              self->most, self->whole);

      /* The first digits of what is too large were never meant. Where nothing
       * stands, somebody is about to type: no reproach yet. */
      outlay_number_field_edit (self, self->before, FALSE);
      outlay_number_field_set_problem (self, *text != '\0' ? problem : NULL);
    }
}

/* The buttons, the arrow keys, a screen reader. */
static void
on_stepped (OutlayNumberField *self)
{
  double value = gtk_adjustment_get_value (self->adjustment);

  if (self->setting)
    return;

  self->typed = FALSE;
  on_output (self);
  outlay_number_field_edit (self, self->whole ? round (value) : value, FALSE);
}

/* On Enter and when the focus leaves: what is wrong stays, to be corrected. */
static gboolean
on_input (GtkSpinButton     *spin,
          double            *value,
          OutlayNumberField *self)
{
  *value = gtk_adjustment_get_value (self->adjustment);
  if (self->problem == NULL)
    {
      *value = self->value;
      self->typed = FALSE;
    }

  return TRUE;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                OutlayNumberField     *self)
{
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    outlay_number_field_settle (self);

  if (key != GDK_KEY_Escape || self->problem == NULL)
    return GDK_EVENT_PROPAGATE;

  outlay_number_field_show_value (self);

  return GDK_EVENT_STOP;
}

static void
outlay_number_field_show_buttons (OutlayNumberField *self,
                                  gboolean           show)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->spin));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      gtk_widget_set_visible (child, show);
}

static gboolean
outlay_number_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (OUTLAY_NUMBER_FIELD (widget)->spin));
}

static void
outlay_number_field_dispose (GObject *object)
{
  OutlayNumberField *self = OUTLAY_NUMBER_FIELD (object);

  g_clear_handle_id (&self->burst, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), OUTLAY_TYPE_NUMBER_FIELD);

  G_OBJECT_CLASS (outlay_number_field_parent_class)->dispose (object);
}

static void
outlay_number_field_finalize (GObject *object)
{
  OutlayNumberField *self = OUTLAY_NUMBER_FIELD (object);

  g_free (self->label);
  g_free (self->problem);

  G_OBJECT_CLASS (outlay_number_field_parent_class)->finalize (object);
}

static void
outlay_number_field_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  g_value_set_string (value, OUTLAY_NUMBER_FIELD (object)->problem);
}

static void
outlay_number_field_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  OutlayNumberField *self = OUTLAY_NUMBER_FIELD (object);

  switch (prop_id)
    {
    case PROP_WIDTH_CHARS:
      gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), g_value_get_int (value));
      gtk_editable_set_max_width_chars (GTK_EDITABLE (self->spin), g_value_get_int (value));
      break;
    case PROP_DECIMALS:
      self->decimals = g_value_get_int (value);
      break;
    case PROP_BUTTONS:
      outlay_number_field_show_buttons (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_number_field_class_init (OutlayNumberFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_number_field_dispose;
  object_class->finalize = outlay_number_field_finalize;
  object_class->get_property = outlay_number_field_get_property;
  object_class->set_property = outlay_number_field_set_property;
  widget_class->grab_focus = outlay_number_field_grab_focus;
  widget_class->focus = outlay_widget_focus_in_order;

  props[PROP_WIDTH_CHARS] =
    g_param_spec_int ("width-chars", NULL, NULL, 1, 40, DEFAULT_WIDTH,
                      G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_DECIMALS] =
    g_param_spec_int ("decimals", NULL, NULL, 0, 9, OUTLAY_FIELD_DECIMALS,
                      G_PARAM_WRITABLE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  props[PROP_BUTTONS] =
    g_param_spec_boolean ("buttons", NULL, NULL, TRUE,
                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_PROBLEM] =
    g_param_spec_string ("problem", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_EDITED] =
    g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[SIGNAL_SETTLED] =
    g_signal_new ("settled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/number-field.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayNumberField, spin);
  gtk_widget_class_bind_template_child (widget_class, OutlayNumberField, adjustment);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, on_stepped);
  gtk_widget_class_bind_template_callback (widget_class, on_input);
  gtk_widget_class_bind_template_callback (widget_class, on_output);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, outlay_number_field_settle);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "numberfield");
}

static void
outlay_number_field_init (OutlayNumberField *self)
{
  self->label = g_strdup ("");
  self->most = G_MAXDOUBLE;

  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_widget_ignore_scrolling (GTK_WIDGET (self->spin));
}

/**
 * outlay_number_field_set_range:
 * @self: a number field
 * @least: the smallest number allowed
 * @most: the largest, or %G_MAXDOUBLE
 * @step: what the buttons add
 * @whole: whether the number counts something
 *
 * Sets what may be typed.
 */
void
outlay_number_field_set_range (OutlayNumberField *self,
                               double             least,
                               double             most,
                               double             step,
                               gboolean           whole)
{
  g_return_if_fail (OUTLAY_IS_NUMBER_FIELD (self));

  if (self->least == least && self->most == most && self->whole == whole &&
      gtk_adjustment_get_step_increment (self->adjustment) == step)
    return;

  self->least = least;
  self->most = most;
  self->whole = whole;

  self->setting = TRUE;
  gtk_adjustment_configure (self->adjustment, self->value, least, most, step, 10 * step, 0);
  self->setting = FALSE;
}

/**
 * outlay_number_field_set_label:
 * @self: a number field
 * @label: what the number is, for screen readers and for the problem's words
 */
void
outlay_number_field_set_label (OutlayNumberField *self,
                               const char        *label)
{
  g_return_if_fail (OUTLAY_IS_NUMBER_FIELD (self));

  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * outlay_number_field_set_reader:
 * @self: a number field
 * @reader: (nullable) (scope forever): asked first what a text means
 * @data: for @reader
 *
 * Lets somebody else understand more than numbers. "edited" is emitted whenever
 * that happens, and when the text is a mere number again.
 */
void
outlay_number_field_set_reader (OutlayNumberField *self,
                                OutlayFieldReader  reader,
                                gpointer           data)
{
  self->reader = reader;
  self->reader_data = data;
}

double
outlay_number_field_get_value (OutlayNumberField *self)
{
  g_return_val_if_fail (OUTLAY_IS_NUMBER_FIELD (self), 0);

  return self->value;
}

/**
 * outlay_number_field_set_value:
 * @self: a number field
 * @value: the number in force
 *
 * Shows a number. Text that somebody typed stays if it is the same number, and
 * while it is wrong for as long as the number in force stays what it was.
 */
void
outlay_number_field_set_value (OutlayNumberField *self,
                               double             value)
{
  g_return_if_fail (OUTLAY_IS_NUMBER_FIELD (self));

  if (self->typed && value == self->value)
    {
      self->setting = TRUE;
      gtk_adjustment_set_value (self->adjustment, value);
      self->setting = FALSE;
      return;
    }

  self->value = self->before = value;
  outlay_number_field_show_value (self);
}

const char *
outlay_number_field_get_problem (OutlayNumberField *self)
{
  g_return_val_if_fail (OUTLAY_IS_NUMBER_FIELD (self), NULL);

  return self->problem;
}
