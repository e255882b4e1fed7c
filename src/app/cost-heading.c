/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cost-heading.h"

#define GAP 12
#define ROW_GAP 6

/* With less beside the controls, the words stand above them. */
#define WORDS_MIN_WIDTH 260

/**
 * OutlayCostHeading:
 *
 * The head of the chart's card: the finding in words, one dim line that says
 * what is drawn, and the controls of the view. Where it is narrow, the controls
 * go below the words.
 *
 * # Actions
 *
 * The controls use the actions `cost.*` of #OutlayCostPage.
 *
 * # CSS nodes
 *
 * `costheading`, with `label.finding`, `label.dim-label` and a `box` of buttons.
 */
struct _OutlayCostHeading
{
  GtkWidget  parent_instance;

  gboolean   cumulative;
  gboolean   all_months;

  GtkWidget *words;
  GtkLabel  *title_label;
  GtkLabel  *subtitle_label;
  GtkWidget *controls;
};

G_DEFINE_FINAL_TYPE (OutlayCostHeading, outlay_cost_heading, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CUMULATIVE,
  PROP_ALL_MONTHS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Where it goes */

static int
get_natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static int
get_height (GtkWidget *child,
            int        width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* The width of the words beside the controls, or 0 if they stand above them. */
static int
get_words_width (OutlayCostHeading *self,
                 int                width)
{
  int beside = width - GAP - get_natural_width (self->controls);

  return beside >= WORDS_MIN_WIDTH ? beside : 0;
}

static GtkSizeRequestMode
outlay_cost_heading_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (OutlayCostHeading *self,
               int               *minimum,
               int               *natural)
{
  int words_min, words_nat, controls_min, controls_nat;

  gtk_widget_measure (self->words, GTK_ORIENTATION_HORIZONTAL, -1,
                      &words_min, &words_nat, NULL, NULL);
  gtk_widget_measure (self->controls, GTK_ORIENTATION_HORIZONTAL, -1,
                      &controls_min, &controls_nat, NULL, NULL);

  *minimum = MAX (words_min, controls_min);
  *natural = words_nat + GAP + controls_nat;
}

static int
measure_height (OutlayCostHeading *self,
                int                width)
{
  int words_width = get_words_width (self, width);

  if (words_width > 0)
    return MAX (get_height (self->words, words_width), get_height (self->controls, -1));

  return get_height (self->words, width) + ROW_GAP + get_height (self->controls, -1);
}

static void
outlay_cost_heading_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  OutlayCostHeading *self = OUTLAY_COST_HEADING (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    *minimum = *natural = measure_height (self, for_size < 0 ? G_MAXINT : for_size);
}

static void
outlay_cost_heading_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  OutlayCostHeading *self = OUTLAY_COST_HEADING (widget);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int words_width = get_words_width (self, width);
  int controls_width = MIN (get_natural_width (self->controls), width);
  int controls_height = get_height (self->controls, -1);
  GtkAllocation words = { 0, 0, width, height - controls_height - ROW_GAP };
  GtkAllocation controls = { 0, height - controls_height, controls_width, controls_height };

  if (words_width > 0)
    {
      words.width = words_width;
      words.height = height;
      controls.x = words_width + GAP;
      controls.y = 0;
    }
  if (right_to_left)
    {
      words.x = width - words.x - words.width;
      controls.x = width - controls.x - controls.width;
    }

  gtk_widget_size_allocate (self->words, &words, -1);
  gtk_widget_size_allocate (self->controls, &controls, -1);
}

/* The object */

static void
outlay_cost_heading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_COST_HEADING);

  G_OBJECT_CLASS (outlay_cost_heading_parent_class)->dispose (object);
}

static void
outlay_cost_heading_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  OutlayCostHeading *self = OUTLAY_COST_HEADING (object);

  switch (prop_id)
    {
    case PROP_CUMULATIVE:
      g_value_set_boolean (value, self->cumulative);
      break;
    case PROP_ALL_MONTHS:
      g_value_set_boolean (value, self->all_months);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_flag (OutlayCostHeading *self,
          gboolean          *flag,
          gboolean           value,
          guint              prop_id)
{
  if (*flag == value)
    return;

  *flag = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop_id]);
}

static void
outlay_cost_heading_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  OutlayCostHeading *self = OUTLAY_COST_HEADING (object);

  switch (prop_id)
    {
    case PROP_CUMULATIVE:
      set_flag (self, &self->cumulative, g_value_get_boolean (value), prop_id);
      break;
    case PROP_ALL_MONTHS:
      set_flag (self, &self->all_months, g_value_get_boolean (value), prop_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
outlay_cost_heading_class_init (OutlayCostHeadingClass *klass)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_cost_heading_dispose;
  object_class->get_property = outlay_cost_heading_get_property;
  object_class->set_property = outlay_cost_heading_set_property;
  widget_class->get_request_mode = outlay_cost_heading_get_request_mode;
  widget_class->measure = outlay_cost_heading_measure;
  widget_class->size_allocate = outlay_cost_heading_size_allocate;

  /**
   * OutlayCostHeading:cumulative:
   *
   * Which of the two views is chosen.
   */
  props[PROP_CUMULATIVE] = g_param_spec_boolean ("cumulative", NULL, NULL, FALSE, flags);

  /**
   * OutlayCostHeading:all-months:
   *
   * Whether the table shows each month.
   */
  props[PROP_ALL_MONTHS] = g_param_spec_boolean ("all-months", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/cost-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayCostHeading, words);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostHeading, title_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostHeading, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayCostHeading, controls);
  gtk_widget_class_set_css_name (widget_class, "costheading");
}

static void
outlay_cost_heading_init (OutlayCostHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
outlay_cost_heading_set_title (OutlayCostHeading *self,
                               const char        *title)
{
  g_return_if_fail (OUTLAY_IS_COST_HEADING (self));

  gtk_label_set_text (self->title_label, title);
}

/**
 * outlay_cost_heading_set_subtitle:
 * @self: a heading
 * @subtitle: what is drawn; if it is too long for one line, the tooltip has it
 */
void
outlay_cost_heading_set_subtitle (OutlayCostHeading *self,
                                  const char        *subtitle)
{
  g_return_if_fail (OUTLAY_IS_COST_HEADING (self));

  /* Another tooltip costs a question to the display. */
  if (g_strcmp0 (gtk_label_get_text (self->subtitle_label), subtitle) == 0)
    return;

  gtk_label_set_text (self->subtitle_label, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->subtitle_label), subtitle);
}
