/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-questions.h"

#include "usage-card.h"
#include "widgets/period-choice.h"

#include <glib/gi18n.h>

/**
 * OutlayUsageQuestions:
 *
 * The five questions to the ledger, each a card, about the period that is chosen.
 * The loop cap is the scenario's, or 10 turns where it has none.
 */
struct _OutlayUsageQuestions
{
  OutlayUsageSection  parent_instance;

  OutlayPeriodChoice *period;
  GtkCheckButton     *repaired_button;
  GtkBox             *cards;
  GtkLabel           *error_label;
  OutlayUsageCard    *card[OUTLAY_N_QUESTIONS];
  int                 cap; /* that was asked with last */
};

G_DEFINE_FINAL_TYPE (OutlayUsageQuestions, outlay_usage_questions, OUTLAY_TYPE_USAGE_SECTION)

/* What is asked, and its answers. */
typedef struct
{
  OutlayPeriod  period;
  int           cap;
  gboolean      repaired;
} Request;

typedef struct
{
  OutlayAnswer *answers[OUTLAY_N_QUESTIONS];
} Reply;

static void
reply_free (gpointer data)
{
  Reply *reply = data;

  for (guint i = 0; i < OUTLAY_N_QUESTIONS; i++)
    g_clear_pointer (&reply->answers[i], outlay_answer_free);
  g_free (reply);
}

static gpointer
ask (OutlayLedger  *ledger,
     gpointer       data,
     GError       **error)
{
  const Request *request = data;
  Reply *reply = g_new0 (Reply, 1);

  for (guint i = 0; i < OUTLAY_N_QUESTIONS; i++)
    {
      reply->answers[i] = outlay_question_ask (ledger, (OutlayQuestion) i, request->period,
                                               request->cap, request->repaired, error);
      if (reply->answers[i] == NULL)
        {
          reply_free (reply);
          return NULL;
        }
    }

  return reply;
}

/* Only where some output was logged as a placeholder is there anything to repair. */
static void
show_repair (OutlayUsageQuestions *self,
             const OutlayAnswer   *agents)
{
  double n_calls = outlay_answer_get_number (agents, agents->n_rows - 1, agents->n_columns - 1);

  gtk_widget_set_visible (GTK_WIDGET (self->repaired_button),
                          n_calls > 0 || gtk_check_button_get_active (self->repaired_button));
}

static void
on_answered (GObject      *store,
             GAsyncResult *result,
             gpointer      user_data)
{
  OutlayUsageQuestions *self = user_data;
  gpointer answer;
  Reply *reply;

  if (!outlay_usage_section_take_answer (self, result, &answer) || answer == NULL)
    return;

  reply = answer;
  show_repair (self, reply->answers[OUTLAY_QUESTION_AGENTS]);
  for (guint i = 0; i < OUTLAY_N_QUESTIONS; i++)
    outlay_usage_card_show (self->card[i],
                            outlay_usage_answer_new ((OutlayQuestion) i,
                                                     g_steal_pointer (&reply->answers[i]),
                                                     self->cap));
  reply_free (reply);
}

static int
find_cap (OutlayUsageQuestions *self)
{
  OutlaySession *session = outlay_usage_section_get_session (OUTLAY_USAGE_SECTION (self));
  gint64 max_turns = outlay_session_get_scenario (session)->max_turns;

  return max_turns != OUTLAY_NONE ? (int) max_turns : OUTLAY_QUESTION_CAP;
}

static void
outlay_usage_questions_refresh (OutlayUsageSection *section,
                                GCancellable       *cancellable)
{
  OutlayUsageQuestions *self = OUTLAY_USAGE_QUESTIONS (section);
  Request *request = g_new0 (Request, 1);

  self->cap = find_cap (self);
  *request = (Request) {
    .period = outlay_period_choice_get (self->period),
    .cap = self->cap,
    .repaired = gtk_check_button_get_active (self->repaired_button),
  };
  outlay_usage_store_ask (outlay_usage_section_get_store (section), cancellable, ask, request,
                          g_free, reply_free, on_answered, self);
}

static void
outlay_usage_questions_set_days (OutlayUsageSection *section,
                                 int                 first,
                                 int                 last)
{
  outlay_period_choice_set_days (OUTLAY_USAGE_QUESTIONS (section)->period, first, last);
}

static void
outlay_usage_questions_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_USAGE_QUESTIONS);

  G_OBJECT_CLASS (outlay_usage_questions_parent_class)->dispose (object);
}

static void
outlay_usage_questions_class_init (OutlayUsageQuestionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_usage_questions_dispose;
  OUTLAY_USAGE_SECTION_CLASS (klass)->refresh = outlay_usage_questions_refresh;
  OUTLAY_USAGE_SECTION_CLASS (klass)->set_days = outlay_usage_questions_set_days;

  g_type_ensure (OUTLAY_TYPE_PERIOD_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/usage-questions.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageQuestions, period);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageQuestions, repaired_button);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageQuestions, cards);
  gtk_widget_class_bind_template_child (widget_class, OutlayUsageQuestions, error_label);
  gtk_widget_class_bind_template_callback (widget_class, outlay_usage_section_refresh);
  gtk_widget_class_set_css_name (widget_class, "usagequestions");
}

static void
outlay_usage_questions_init (OutlayUsageQuestions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  outlay_usage_section_set_error_label (OUTLAY_USAGE_SECTION (self), self->error_label);

  for (guint i = 0; i < OUTLAY_N_QUESTIONS; i++)
    {
      GtkWidget *card = outlay_usage_card_new ((OutlayQuestion) i);

      self->card[i] = OUTLAY_USAGE_CARD (card);
      gtk_box_append (self->cards, card);
    }
}
