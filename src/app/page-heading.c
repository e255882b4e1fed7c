/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-heading.h"

#include "setters.h"
#include "steady-label.h"
#include "widgets/sentence.h"

#define GAP 12
#define ROW_GAP 6

/* With less beside the controls, the words stand above them. */
#define WORDS_MIN_WIDTH 260

/**
 * OutlayPageHeading:
 *
 * The head of a page's first card: the finding in words, one dim line that says
 * what is shown, and the controls of the page, which its template gives as the
 * child of type `controls`. Where it is narrow, they go below the words.
 *
 * # CSS nodes
 *
 * `pageheading`, with `label.finding`, `label.dim-label` and a `box` of buttons.
 */
struct _OutlayPageHeading
{
  GtkWidget          parent_instance;

  GtkWidget         *words;
  OutlaySteadyLabel *title_label;
  GtkLabel          *subtitle_label;
  GtkWidget         *controls;
};

static GtkBuildableIface *parent_buildable;

static void outlay_page_heading_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OutlayPageHeading, outlay_page_heading, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      outlay_page_heading_buildable_init))

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
get_words_width (OutlayPageHeading *self,
                 int                width)
{
  int beside = width - GAP - get_natural_width (self->controls);

  return beside >= WORDS_MIN_WIDTH ? beside : 0;
}

static GtkSizeRequestMode
outlay_page_heading_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (OutlayPageHeading *self,
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
measure_height (OutlayPageHeading *self,
                int                width)
{
  int words_width = get_words_width (self, width);

  if (words_width > 0)
    return MAX (get_height (self->words, words_width), get_height (self->controls, -1));

  return get_height (self->words, width) + ROW_GAP + get_height (self->controls, -1);
}

static void
outlay_page_heading_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  OutlayPageHeading *self = OUTLAY_PAGE_HEADING (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else
    *minimum = *natural = measure_height (self, for_size < 0 ? G_MAXINT : for_size);
}

static void
outlay_page_heading_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  OutlayPageHeading *self = OUTLAY_PAGE_HEADING (widget);
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
outlay_page_heading_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_PAGE_HEADING);

  G_OBJECT_CLASS (outlay_page_heading_parent_class)->dispose (object);
}

static void
outlay_page_heading_add_child (GtkBuildable *buildable,
                               GtkBuilder   *builder,
                               GObject      *child,
                               const char   *type)
{
  if (g_strcmp0 (type, "controls") == 0)
    gtk_box_append (GTK_BOX (OUTLAY_PAGE_HEADING (buildable)->controls), GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
outlay_page_heading_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = outlay_page_heading_add_child;
}

static void
outlay_page_heading_class_init (OutlayPageHeadingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = outlay_page_heading_dispose;
  widget_class->get_request_mode = outlay_page_heading_get_request_mode;
  widget_class->measure = outlay_page_heading_measure;
  widget_class->size_allocate = outlay_page_heading_size_allocate;

  g_type_ensure (OUTLAY_TYPE_STEADY_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/page-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayPageHeading, words);
  gtk_widget_class_bind_template_child (widget_class, OutlayPageHeading, title_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayPageHeading, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayPageHeading, controls);
  gtk_widget_class_set_css_name (widget_class, "pageheading");
}

static void
outlay_page_heading_init (OutlayPageHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
outlay_page_heading_set_title (OutlayPageHeading *self,
                               const char        *title)
{
  g_autofree char *sentence = outlay_sentence_lay_out (title);

  g_return_if_fail (OUTLAY_IS_PAGE_HEADING (self));

  outlay_steady_label_set_text (self->title_label, sentence);
}

/**
 * outlay_page_heading_set_subtitle:
 * @self: a heading
 * @subtitle: what is drawn; if it is too long for one line, the tooltip has it
 */
void
outlay_page_heading_set_subtitle (OutlayPageHeading *self,
                                  const char        *subtitle)
{
  g_return_if_fail (OUTLAY_IS_PAGE_HEADING (self));

  outlay_label_set_sentence (self->subtitle_label, subtitle);
  outlay_set_tooltip (GTK_WIDGET (self->subtitle_label), subtitle);
}

/**
 * outlay_page_heading_set_hint:
 * @self: a heading that has its subtitle
 * @hint: (nullable): what the tooltip says below the subtitle
 */
void
outlay_page_heading_set_hint (OutlayPageHeading *self,
                              const char        *hint)
{
  g_autofree char *tooltip = NULL;

  g_return_if_fail (OUTLAY_IS_PAGE_HEADING (self));

  tooltip = g_strjoin ("\n", gtk_label_get_text (self->subtitle_label), hint, NULL);
  outlay_set_tooltip (GTK_WIDGET (self->subtitle_label), tooltip);
}
