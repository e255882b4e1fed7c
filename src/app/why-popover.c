/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "why-popover.h"

#include "widgets/sentence.h"

#include <glib/gi18n.h>

/**
 * OutlayWhyPopover:
 *
 * Why a figure is what it is: the chain of factors from people to model calls,
 * the tokens of a call by class with what a million of them costs, and the
 * total; of a plan the seats and what lies above the allowance before that.
 *
 * It belongs to whatever is asked, and goes when it is closed; the focus then
 * returns to where it was.
 *
 * # Keys
 *
 * Escape closes.
 *
 * # CSS nodes
 *
 * `popover.why`, with `label.heading`, and a grid for each section.
 *
 * # Accessibility
 *
 * A dialog, labelled with its question; its sections are labelled groups, and
 * each line of them is one, too.
 */
struct _OutlayWhyPopover
{
  GtkPopover  parent_instance;

  GtkWidget  *focus; /* (owned) (nullable): what had it before */

  GtkLabel   *title_label;
  GtkLabel   *subtitle_label;
  GtkBox     *seats_box;
  GtkWidget  *seats_separator;
  GtkBox     *factors_box;
  GtkWidget  *factors_separator;
  GtkWidget  *tokens_section;
  GtkBox     *tokens_box;
  GtkWidget  *tokens_separator;
  GtkBox     *parts_box;
  GtkWidget  *parts_separator;
  GtkWidget  *work_row;
  GtkLabel   *work_label;
  GtkLabel   *work_amount;
  GtkWidget  *divisor_row;
  GtkLabel   *divisor_label;
  GtkLabel   *divided_amount;
  GtkLabel   *remark_label;
  GtkLabel   *total_label;
  GtkSizeGroup *figures;
};

G_DEFINE_FINAL_TYPE (OutlayWhyPopover, outlay_why_popover, GTK_TYPE_POPOVER)

static GtkWidget *
add_label (GtkWidget  *line,
           const char *text,
           double      xalign,
           const char *style)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text != NULL ? text : "",
                                   "xalign", xalign,
                                   "wrap", xalign == 0,
                                   NULL);

  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (line), label);

  return label;
}

static void
add_line (OutlayWhyPopover    *self,
          GtkBox              *box,
          const OutlayWhyLine *words,
          gboolean             is_money)
{
  g_autofree char *spoken = outlay_why_line_describe (words);
  g_autofree char *rate = words->rate != NULL ? g_strconcat ("× ", words->rate, NULL) : NULL;
  GtkWidget *line = g_object_new (GTK_TYPE_BOX,
                                  "spacing", 6,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                                  NULL);
  GtkWidget *label;

  label = add_label (line, words->sign, 0, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (label), 2);
  label = add_label (line, words->figure, 1, "why-figure");
  gtk_size_group_add_widget (self->figures, label);
  label = add_label (line, words->label, 0, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  if (rate != NULL)
    add_label (line, rate, 1, "dim-label");
  label = add_label (line, words->result, 1, is_money ? NULL : "dim-label");
  if (is_money)
    gtk_label_set_width_chars (GTK_LABEL (label), 9);

  gtk_accessible_update_property (GTK_ACCESSIBLE (line),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (box, line);
}

static void
add_lines (OutlayWhyPopover *self,
           GtkBox           *box,
           GtkWidget        *section,
           GtkWidget        *separator,
           const GArray     *lines,
           gboolean          is_money)
{
  for (guint i = 0; i < lines->len; i++)
    add_line (self, box, &g_array_index (lines, OutlayWhyLine, i), is_money);

  gtk_widget_set_visible (section, lines->len > 0);
  gtk_widget_set_visible (separator, lines->len > 0);
}

static void
show_row (GtkWidget  *row,
          GtkLabel   *label,
          GtkLabel   *amount,
          const char *words,
          const char *money)
{
  gtk_widget_set_visible (row, words != NULL);
  outlay_label_set_sentence (label, words);
  gtk_label_set_text (amount, money != NULL ? money : "");
}

static void
show_text (OutlayWhyPopover    *self,
           const OutlayWhyText *text)
{
  outlay_label_set_sentence (self->title_label, text->title);
  outlay_label_set_sentence (self->subtitle_label, text->subtitle);
  add_lines (self, self->seats_box, GTK_WIDGET (self->seats_box), self->seats_separator,
             text->seats, TRUE);
  add_lines (self, self->factors_box, GTK_WIDGET (self->factors_box), self->factors_separator,
             text->factors, FALSE);
  add_lines (self, self->tokens_box, self->tokens_section, self->tokens_separator,
             text->tokens, TRUE);
  add_lines (self, self->parts_box, GTK_WIDGET (self->parts_box), self->parts_separator,
             text->parts, TRUE);
  show_row (self->work_row, self->work_label, self->work_amount,
            text->work_label, text->work);
  show_row (self->divisor_row, self->divisor_label, self->divided_amount,
            text->divisor_label, text->divided);
  outlay_label_set_sentence (self->remark_label, text->remark);
  gtk_label_set_text (self->total_label, text->total);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->subtitle,
                                  -1);
}

/* Not while it is still closing. */
static gboolean
remove_closed (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
outlay_why_popover_closed (GtkPopover *popover)
{
  OutlayWhyPopover *self = OUTLAY_WHY_POPOVER (popover);

  if (self->focus != NULL && gtk_widget_get_mapped (self->focus))
    gtk_widget_grab_focus (self->focus);
  g_clear_object (&self->focus);

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_closed, g_object_ref (self), g_object_unref);
}

static void
outlay_why_popover_dispose (GObject *object)
{
  g_clear_object (&OUTLAY_WHY_POPOVER (object)->focus);
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_WHY_POPOVER);

  G_OBJECT_CLASS (outlay_why_popover_parent_class)->dispose (object);
}

static void
outlay_why_popover_class_init (OutlayWhyPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_why_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = outlay_why_popover_closed;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/why-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, title_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, seats_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, seats_separator);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, factors_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, factors_separator);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, tokens_section);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, tokens_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, tokens_separator);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, parts_box);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, parts_separator);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, work_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, work_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, work_amount);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, divisor_row);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, divisor_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, divided_amount);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, remark_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, total_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayWhyPopover, figures);
}

static void
outlay_why_popover_init (OutlayWhyPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* It opens towards the side that has more room. */
static GtkPositionType
get_side (GtkWidget    *at,
          GdkRectangle  area)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (at));
  graphene_point_t middle;

  if (!gtk_widget_compute_point (at, root, &GRAPHENE_POINT_INIT ((float) area.x, 0), &middle))
    return GTK_POS_BOTTOM;

  return middle.x > (float) gtk_widget_get_width (root) / 2 ? GTK_POS_LEFT : GTK_POS_RIGHT;
}

/* Opens with @text at @place in @at, or at all of it. */
static GtkWidget *
present_text (GtkWidget           *parent,
              GtkWidget           *at,
              const GdkRectangle  *place,
              const OutlayWhyText *text)
{
  OutlayWhyPopover *self = g_object_new (OUTLAY_TYPE_WHY_POPOVER, NULL);
  GtkWidget *focus = GTK_WIDGET (gtk_root_get_focus (gtk_widget_get_root (parent)));
  GdkRectangle area = { 0, 0, gtk_widget_get_width (at), gtk_widget_get_height (at) };
  graphene_point_t origin = GRAPHENE_POINT_INIT (0, 0);
  GtkPositionType side;

  if (place != NULL)
    area = *place;
  side = get_side (at, area);
  if (gtk_widget_compute_point (at, parent, &GRAPHENE_POINT_INIT ((float) area.x, (float) area.y),
                                &origin))
    {
      area.x = (int) origin.x;
      area.y = (int) origin.y;
    }

  g_set_object (&self->focus, focus);
  show_text (self, text);
  gtk_widget_set_parent (GTK_WIDGET (self), parent);
  /* A window may close while the question is open. */
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_widget_unparent), self,
                           G_CONNECT_SWAPPED);
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &area);
  gtk_popover_set_position (GTK_POPOVER (self), side);
  gtk_popover_popup (GTK_POPOVER (self));

  return GTK_WIDGET (self);
}

/**
 * outlay_why_popover_present:
 * @parent: the page that holds the figure
 * @at: the figure's widget, inside of it
 * @place: (nullable): where in @at the figure is; all of it if %NULL
 * @breakdown: the option's breakdown
 * @target: which figure
 *
 * Asks a figure why.
 *
 * Returns: (transfer none): the popover
 */
GtkWidget *
outlay_why_popover_present (GtkWidget             *parent,
                            GtkWidget             *at,
                            const GdkRectangle    *place,
                            const OutlayBreakdown *breakdown,
                            const OutlayWhyTarget *target)
{
  g_autoptr (OutlayWhyText) text = outlay_why_text_new (breakdown, target);

  return present_text (parent, at, place, text);
}

/**
 * outlay_why_popover_present_outcome:
 * @parent: the page that holds the figure
 * @at: the figure's widget, inside of it
 * @estimate: an estimate
 * @option: one of its options
 * @outcome: what is asked
 * @month: a month, from 0, or %OUTLAY_PERIOD
 * @figure: it, as it is shown
 *
 * Asks why an option's work is worth what it is; a refused one has nothing to say.
 */
void
outlay_why_popover_present_outcome (GtkWidget        *parent,
                                    GtkWidget        *at,
                                    OutlayEstimate   *estimate,
                                    guint             option,
                                    OutlayWhyOutcome  outcome,
                                    int               month,
                                    const char       *figure)
{
  g_autoptr (OutlayBreakdown) breakdown = outlay_breakdown_new (estimate, option);
  g_autoptr (OutlayWhyText) text = NULL;

  if (breakdown == NULL)
    return;

  text = outlay_why_outcome_new (breakdown, outcome, month, figure);
  present_text (parent, at, NULL, text);
}

/**
 * outlay_why_popover_present_option:
 * @parent: the page that holds the figure
 * @at: the figure's widget, inside of it
 * @estimate: an estimate
 * @option: one of its options
 * @month: a month, from 0, or %OUTLAY_PERIOD
 * @per: by what the cost is divided
 *
 * Asks what an option costs why; a refused one has nothing to say.
 */
void
outlay_why_popover_present_option (GtkWidget      *parent,
                                   GtkWidget      *at,
                                   OutlayEstimate *estimate,
                                   guint           option,
                                   int             month,
                                   OutlayWhyPer    per)
{
  g_autoptr (OutlayBreakdown) breakdown = outlay_breakdown_new (estimate, option);
  OutlayWhyTarget target = { OUTLAY_BREAKDOWN_BY_TASK, -1, month, per };

  if (breakdown != NULL)
    outlay_why_popover_present (parent, at, NULL, breakdown, &target);
}
