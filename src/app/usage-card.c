/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-card.h"

#include "page-heading.h"
#include "usage-save.h"
#include "usage-words.h"
#include "widgets/figure-table.h"
#include "widgets/sentence.h"
#include "widgets/waterfall-view.h"

#include <glib/gi18n.h>

/**
 * OutlayUsageCard:
 *
 * One question to the ledger: the question, what the answer comes to, its bars and
 * its table.
 *
 * # Actions
 *
 * - `card.copy`: copy the whole answer as CSV
 * - `card.save`: save it as CSV
 *
 * # Keys
 *
 * Ctrl+C copies the whole answer. For those of chart and table see
 * #OutlayWaterfallView and #OutlayFigureTable.
 */
struct _OutlayUsageCard
{
  AdwBin               parent_instance;

  OutlayQuestion       question;
  OutlayUsageAnswer   *answer;

  GtkLabel            *question_label;
  OutlayPageHeading   *heading;
  OutlayWaterfallView *chart;
  GtkWidget           *table_area;
  OutlayFigureTable   *table;
};

G_DEFINE_FINAL_TYPE (OutlayUsageCard, outlay_usage_card, ADW_TYPE_BIN)

static void
copy_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlayUsageCard *self = OUTLAY_USAGE_CARD (widget);
  g_autofree char *text = NULL;

  if (self->answer == NULL)
    return;

  text = outlay_usage_answer_to_csv (self->answer->answer);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
save_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  OutlayUsageCard *self = OUTLAY_USAGE_CARD (widget);
  g_autofree char *name = NULL;

  if (self->answer == NULL)
    return;

  name = g_strdup_printf ("%s.csv", outlay_question_get_name (self->question));
  outlay_usage_save_csv (widget, _("Save the Answer"), name,
                         outlay_usage_answer_to_csv (self->answer->answer));
}

static void
outlay_usage_card_dispose (GObject *object)
{
  OutlayUsageCard *self = OUTLAY_USAGE_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_USAGE_CARD);
  g_clear_pointer (&self->answer, outlay_usage_answer_free);

  G_OBJECT_CLASS (outlay_usage_card_parent_class)->dispose (object);
}

static void
outlay_usage_card_class_init (OutlayUsageCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_usage_card_dispose;

  gtk_widget_class_install_action (widget_class, "card.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "card.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "card.copy",
                                       NULL);

  g_type_ensure (OUTLAY_TYPE_FIGURE_TABLE);
  g_type_ensure (OUTLAY_TYPE_PAGE_HEADING);
  g_type_ensure (OUTLAY_TYPE_WATERFALL_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/usage-card.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageCard, question_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageCard, heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageCard, chart);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageCard, table_area);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageCard, table);
  gtk_widget_class_set_css_name (widget_class, "usagecard");
}

static void
outlay_usage_card_init (OutlayUsageCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
outlay_usage_card_new (OutlayQuestion question)
{
  OutlayUsageCard *self = g_object_new (OUTLAY_TYPE_USAGE_CARD, NULL);
  const char *text = outlay_usage_question_text (question);

  self->question = question;
  outlay_label_set_sentence (self->question_label, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);

  return GTK_WIDGET (self);
}

/**
 * outlay_usage_card_show:
 * @self: a card
 * @answer: (transfer full): of its question
 */
void
outlay_usage_card_show (OutlayUsageCard   *self,
                        OutlayUsageAnswer *answer)
{
  gboolean has_chart = answer->chart.n_steps > 1;
  g_autoptr (OutlayUsageAnswer) previous = NULL;

  g_return_if_fail (OUTLAY_IS_USAGE_CARD (self));

  previous = g_steal_pointer (&self->answer);
  self->answer = answer;
  outlay_page_heading_set_title (self->heading, answer->finding);
  outlay_page_heading_set_subtitle (self->heading, answer->subtitle);
  outlay_waterfall_view_set_chart (self->chart, has_chart ? &answer->chart : NULL,
                                   answer->currency);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), has_chart);
  outlay_figure_table_set_sheet (self->table, answer->sheet);
  gtk_widget_set_visible (self->table_area, answer->sheet->rows->len > 1);
}

const OutlayUsageAnswer *
outlay_usage_card_get_answer (OutlayUsageCard *self)
{
  g_return_val_if_fail (OUTLAY_IS_USAGE_CARD (self), NULL);

  return self->answer;
}
