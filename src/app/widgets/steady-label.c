/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steady-label.h"

/* How long a shorter text keeps the room of the one before, ms. */
#define SETTLE_TIME 400

/**
 * OutlaySteadyLabel:
 *
 * Words that follow a dial. A #GtkLabel asks the whole window for a new layout with
 * each text, even where the new one has the size of the old; this one asks only where
 * it needs more, which figures in digits of one width seldom do. A shorter text, or one of
 * fewer lines, keeps the room of the one before, since that mostly comes back, until no
 * dial has moved for a moment; an empty one keeps it for good.
 *
 * # Properties
 *
 * - `label`: the words, without mark-up when read
 * - `xalign`: 0 for the start, 1 for the end
 * - `lines`: 1, or the most lines into which a longer text is broken; what does not
 *   fit ends in an ellipsis
 *
 * # CSS nodes
 *
 * `label`, as for a #GtkLabel.
 *
 * # Accessibility
 *
 * A label, with its text as its name.
 */
struct _OutlaySteadyLabel
{
  GtkWidget    parent_instance;

  char        *text;
  gboolean     is_markup;
  float        xalign;
  int          lines;

  PangoLayout *layout;
  int          width;     /* the least width that was asked for */
  int          whole;     /* the width of the text on one line */
  int          given;     /* the width at hand */
  int          height;    /* what the text took there when that was asked for */
  gboolean     is_stale;  /* other widths were measured with a text before */
  guint        settle_id; /* gives back what is not needed */
};

G_DEFINE_FINAL_TYPE (OutlaySteadyLabel, outlay_steady_label, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_XALIGN,
  PROP_LINES,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static PangoLayout *
outlay_steady_label_get_layout (OutlaySteadyLabel *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoAttrList *marked_up;

  if (self->layout != NULL)
    return self->layout;

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  if (self->is_markup)
    pango_layout_set_markup (self->layout, self->text, -1);
  else
    pango_layout_set_text (self->layout, self->text, -1);

  marked_up = pango_layout_get_attributes (self->layout);
  attributes = marked_up != NULL ? pango_attr_list_copy (marked_up) : pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (self->layout, attributes);

  if (self->lines > 1)
    {
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (self->layout, -self->lines);
    }

  return self->layout;
}

/* Returns the layout in as many pixels, or in all that it wants where negative. To
 * ask for an ellipsis that is not needed would shape the text a second time. */
static PangoLayout *
lay_out (OutlaySteadyLabel *self,
         int                width)
{
  PangoLayout *layout = outlay_steady_label_get_layout (self);

  if (width > G_MAXINT / PANGO_SCALE)
    width = -1;

  pango_layout_set_ellipsize (layout, width < 0 ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, width < 0 ? -1 : width * PANGO_SCALE);

  return layout;
}

static void
measure_width (OutlaySteadyLabel *self,
               int               *minimum,
               int               *natural)
{
  pango_layout_get_pixel_size (lay_out (self, -1), natural, NULL);
  *minimum = self->whole = *natural;

  if (self->lines > 1)
    {
      /* Without an ellipsis no word is cut: the longest one is the least width. */
      PangoLayout *layout = lay_out (self, -1);

      pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
      pango_layout_set_height (layout, -1);
      pango_layout_set_width (layout, 0);
      pango_layout_get_pixel_size (layout, minimum, NULL);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_height (layout, -self->lines);
    }
}

static int
measure_height (OutlaySteadyLabel *self,
                int                width)
{
  int height;

  pango_layout_get_pixel_size (lay_out (self, self->lines > 1 ? width : -1), NULL, &height);

  return height;
}

static void
outlay_steady_label_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  OutlaySteadyLabel *self = OUTLAY_STEADY_LABEL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      self->width = *minimum;
      return;
    }

  *minimum = *natural = measure_height (self, for_size);
  *minimum_baseline = *natural_baseline =
    PANGO_PIXELS_CEIL (pango_layout_get_baseline (self->layout));
}

static GtkSizeRequestMode
outlay_steady_label_get_request_mode (GtkWidget *widget)
{
  return OUTLAY_STEADY_LABEL (widget)->lines > 1 ? GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH
                                                 : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static gboolean
ask_again (gpointer widget)
{
  gtk_widget_queue_resize (widget);

  return G_SOURCE_REMOVE;
}

static void
outlay_steady_label_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  OutlaySteadyLabel *self = OUTLAY_STEADY_LABEL (widget);

  /* GTK remembers how high it was at widths that it had before. */
  if (self->is_stale && width != self->given)
    {
      self->is_stale = FALSE;
      g_idle_add_full (G_PRIORITY_HIGH_IDLE, ask_again, g_object_ref (widget), g_object_unref);
    }

  self->given = width;
  if (self->text[0] != '\0')
    self->height = measure_height (self, width);
}

static void
outlay_steady_label_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  OutlaySteadyLabel *self = OUTLAY_STEADY_LABEL (widget);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  int width = gtk_widget_get_width (widget);
  PangoLayout *layout = lay_out (self, width < self->whole ? width : -1);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float side = right_to_left ? 1 - self->xalign : self->xalign;
  int baseline = gtk_widget_get_allocated_baseline (widget);
  PangoRectangle box;
  int x, y;

  pango_layout_get_pixel_extents (layout, NULL, &box);
  x = (int) (side * (float) (width - box.width)) - box.x;
  if (baseline >= 0)
    y = baseline - PANGO_PIXELS_CEIL (pango_layout_get_baseline (layout));
  else
    y = self->lines > 1 ? 0 : (gtk_widget_get_height (widget) - box.height) / 2;

  gtk_snapshot_render_layout (snapshot, style, x, y, layout);
}

static void
outlay_steady_label_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (outlay_steady_label_parent_class)->css_changed (widget, change);

  g_clear_object (&OUTLAY_STEADY_LABEL (widget)->layout);
}

static void
outlay_steady_label_direction_changed (GtkWidget        *widget,
                                       GtkTextDirection  before)
{
  GTK_WIDGET_CLASS (outlay_steady_label_parent_class)->direction_changed (widget, before);

  g_clear_object (&OUTLAY_STEADY_LABEL (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
outlay_steady_label_system_setting_changed (GtkWidget        *widget,
                                            GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (outlay_steady_label_parent_class)->system_setting_changed (widget, setting);

  g_clear_object (&OUTLAY_STEADY_LABEL (widget)->layout);
  gtk_widget_queue_resize (widget);
}

static void
outlay_steady_label_get_property (GObject    *object,
                                  guint       id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  OutlaySteadyLabel *self = OUTLAY_STEADY_LABEL (object);

  switch (id)
    {
    case PROP_LABEL:
      g_value_set_string (value, outlay_steady_label_get_text (self));
      break;

    case PROP_XALIGN:
      g_value_set_float (value, self->xalign);
      break;

    case PROP_LINES:
      g_value_set_int (value, self->lines);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_steady_label_set_property (GObject      *object,
                                  guint         id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  OutlaySteadyLabel *self = OUTLAY_STEADY_LABEL (object);

  switch (id)
    {
    case PROP_LABEL:
      outlay_steady_label_set_text (self, g_value_get_string (value));
      break;

    case PROP_XALIGN:
      self->xalign = g_value_get_float (value);
      break;

    case PROP_LINES:
      self->lines = g_value_get_int (value);
      g_clear_object (&self->layout);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
outlay_steady_label_finalize (GObject *object)
{
  OutlaySteadyLabel *self = OUTLAY_STEADY_LABEL (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  g_clear_object (&self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (outlay_steady_label_parent_class)->finalize (object);
}

static void
outlay_steady_label_class_init (OutlaySteadyLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = outlay_steady_label_get_property;
  object_class->set_property = outlay_steady_label_set_property;
  object_class->finalize = outlay_steady_label_finalize;
  widget_class->get_request_mode = outlay_steady_label_get_request_mode;
  widget_class->measure = outlay_steady_label_measure;
  widget_class->size_allocate = outlay_steady_label_size_allocate;
  widget_class->snapshot = outlay_steady_label_snapshot;
  widget_class->css_changed = outlay_steady_label_css_changed;
  widget_class->direction_changed = outlay_steady_label_direction_changed;
  widget_class->system_setting_changed = outlay_steady_label_system_setting_changed;

  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, "",
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_XALIGN] = g_param_spec_float ("xalign", NULL, NULL, 0, 1, 0,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_LINES] = g_param_spec_int ("lines", NULL, NULL, 1, G_MAXINT, 1,
                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
outlay_steady_label_init (OutlaySteadyLabel *self)
{
  self->text = g_strdup ("");
  self->lines = 1;
}

static gboolean
on_settled (gpointer data)
{
  OutlaySteadyLabel *self = data;

  self->settle_id = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* Asks for another size if the text needs one. */
static void
outlay_steady_label_follow (OutlaySteadyLabel *self)
{
  int minimum, natural, height;
  gboolean fits = TRUE;

  if (self->text[0] != '\0' && self->width == 0 && self->lines == 1)
    {
      /* It has no room yet, nor perhaps its style. */
      fits = FALSE;
    }
  else if (self->text[0] != '\0')
    {
      measure_width (self, &minimum, &natural);
      height = measure_height (self, self->given);
      fits = minimum <= (self->lines > 1 ? self->given : self->width) && height <= self->height;
      self->is_stale = self->lines > 1;

      g_clear_handle_id (&self->settle_id, g_source_remove);
      if (fits && (self->lines > 1 ? height < self->height : minimum < self->width))
        self->settle_id = g_timeout_add (SETTLE_TIME, on_settled, self);
    }

  if (fits)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  else
    gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
outlay_steady_label_set (OutlaySteadyLabel *self,
                         const char        *text,
                         gboolean           is_markup)
{
  if (self->is_markup == is_markup && strcmp (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  self->is_markup = is_markup;
  g_clear_object (&self->layout);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  outlay_steady_label_get_text (self), -1);
  outlay_steady_label_follow (self);
}

/**
 * outlay_steady_label_set_text:
 * @self: a label
 * @text: plain words
 *
 * Shows other words.
 */
void
outlay_steady_label_set_text (OutlaySteadyLabel *self,
                              const char        *text)
{
  g_return_if_fail (OUTLAY_IS_STEADY_LABEL (self));
  g_return_if_fail (text != NULL);

  outlay_steady_label_set (self, text, FALSE);
}

/**
 * outlay_steady_label_set_markup:
 * @self: a label
 * @markup: words with Pango's mark-up
 *
 * Shows other words.
 */
void
outlay_steady_label_set_markup (OutlaySteadyLabel *self,
                                const char        *markup)
{
  g_return_if_fail (OUTLAY_IS_STEADY_LABEL (self));
  g_return_if_fail (markup != NULL);

  outlay_steady_label_set (self, markup, TRUE);
}

/**
 * outlay_steady_label_get_text:
 * @self: a label
 *
 * Returns: the words, without mark-up, until they change
 */
const char *
outlay_steady_label_get_text (OutlaySteadyLabel *self)
{
  g_return_val_if_fail (OUTLAY_IS_STEADY_LABEL (self), NULL);

  if (!self->is_markup)
    return self->text;

  return pango_layout_get_text (outlay_steady_label_get_layout (self));
}
