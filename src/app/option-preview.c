/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "option-preview.h"

#include "catalogue-item.h"
#include "curve-sample.h"
#include "figure-format.h"
#include "month-format.h"
#include "refusals.h"
#include "scenario-edits.h"
#include "view-state.h"
#include "widgets/sentence.h"

#include <glib/gi18n.h>
#include <math.h>

/* What differs by less is called the same. */
#define SAME 0.005

/**
 * OutlayOptionPreview:
 *
 * What an option would cost on the work at hand, before it is added: the period's
 * total, the cost of an accepted task, its curve, how it compares with the
 * cheapest option so far, and what announced price changes make of it.
 *
 * # CSS nodes
 *
 * `optionpreview`.
 */
struct _OutlayOptionPreview
{
  GtkWidget          parent_instance;

  GtkWidget         *box;
  GtkWidget         *figures;
  GtkLabel          *total_label;
  GtkLabel          *period_label;
  GtkLabel          *accepted_label;
  OutlayCurveSample *curve;
  GtkLabel          *words_label;
};

G_DEFINE_FINAL_TYPE (OutlayOptionPreview, outlay_option_preview, GTK_TYPE_WIDGET)

/* The scenario with the option, and no other: only it is to be estimated. */
static OutlayScenario *
new_draft (OutlaySession      *session,
           const OutlayOption *option,
           const char         *instead_of)
{
  OutlayScenario *draft = outlay_session_begin_edit (session);
  const OutlayPrices *catalogue =
    outlay_catalogue_get_prices (outlay_session_get_catalogue (session));
  int position = instead_of != NULL ? outlay_scenario_find_option (draft, instead_of) : -1;

  if (position >= 0)
    {
      outlay_draft_replace_option (draft, (guint) position, option, catalogue);
    }
  else
    {
      position = (int) draft->n_options;
      outlay_draft_add_option (draft, option, catalogue);
    }
  draft->options += position;
  draft->n_options = 1;

  return draft;
}

static guint
find_card (const OutlayModel *model,
           int                date)
{
  guint found = 0;

  for (guint i = 1; i < model->n_cards; i++)
    if (model->cards[i].from <= date)
      found = i;

  return found;
}

/* Takes away the prices that come into force after the first month; tells the
 * first of them, and how many days there are. */
static guint
drop_price_changes (OutlayScenario *draft,
                    int            *day)
{
  int first = outlay_scenario_get_date (draft, 1);
  int last = outlay_scenario_get_date (draft, (int) draft->months);
  guint n_days = 0;

  *day = 0;
  for (guint i = 0; i < draft->prices.n_models; i++)
    {
      OutlayModel *model = &draft->prices.models[i];
      guint in_force = find_card (model, first);

      for (guint card = in_force + 1; card < model->n_cards; card++)
        if (model->cards[card].from <= last)
          {
            if (*day == 0 || model->cards[card].from < *day)
              *day = model->cards[card].from;
            n_days++;
          }
      model->n_cards = in_force + 1;
    }

  return n_days;
}

/* "The price change of 1 Jan 2027 makes $8,854 of it." */
static char *
describe_price_changes (OutlaySession      *session,
                        const OutlayOption *option,
                        const char         *instead_of,
                        double              total)
{
  g_autoptr (OutlayScenario) draft = new_draft (session, option, instead_of);
  g_autoptr (OutlayEstimate) estimate = NULL;
  g_autofree char *day = NULL;
  g_autofree char *money = NULL;
  double part;
  guint n_days;
  int date;

  n_days = drop_price_changes (draft, &date);
  if (n_days == 0)
    return NULL;

  estimate = outlay_estimate_new (draft);
  if (estimate->options[0].error != NULL)
    return NULL;

  part = total - estimate->options[0].total[OUTLAY_FIGURE_COST];
  if (fabs (part) < SAME)
    return NULL;

  money = outlay_figure_format_money (fabs (part), draft->currency.code);
  if (n_days > 1)
    return part > 0 ? g_strdup_printf (_("Announced price changes make %s of it."), money)
                    : g_strdup_printf (_("Announced price changes save %s."), money);

  day = outlay_date_format (date);

  return part > 0 ? g_strdup_printf (_("The price change of %s makes %s of it."), day, money)
                  : g_strdup_printf (_("The price change of %s saves %s."), day, money);
}

/* "25 % below Claude Max 5x, the cheapest so far." */
static char *
describe_difference (OutlaySession *session,
                     const char    *instead_of,
                     double         total)
{
  OutlayEstimate *estimate = outlay_session_get_estimate (session);
  const OutlayOptionEstimate *cheapest = NULL;
  g_autofree char *share = NULL;
  double least;

  for (guint i = 0; estimate != NULL && i < estimate->n_options; i++)
    {
      const OutlayOptionEstimate *other = &estimate->options[i];

      if (other->error == NULL && g_strcmp0 (other->option->id, instead_of) != 0 &&
          (cheapest == NULL ||
           other->total[OUTLAY_FIGURE_COST] < cheapest->total[OUTLAY_FIGURE_COST]))
        cheapest = other;
    }
  if (cheapest == NULL || cheapest->total[OUTLAY_FIGURE_COST] <= 0)
    return NULL;

  least = cheapest->total[OUTLAY_FIGURE_COST];
  share = outlay_figure_format_percent (fabs (total / least - 1));
  if (fabs (total / least - 1) < SAME)
    return g_strdup_printf (_("As much as %s, the cheapest so far."), cheapest->option->name);
  if (total < least)
    return g_strdup_printf (_("%s below %s, the cheapest so far."),
                            share, cheapest->option->name);

  return g_strdup_printf (_("%s above %s, the cheapest so far."), share, cheapest->option->name);
}

static guint
find_slot (OutlaySession *session,
           const char    *instead_of)
{
  OutlayScenario *scenario = outlay_session_get_scenario (session);
  guint slot = 0;

  if (instead_of != NULL)
    return outlay_session_get_slot (session, instead_of);

  for (guint i = 0; i < scenario->n_options; )
    {
      if (outlay_session_get_slot (session, scenario->options[i].id) == slot)
        {
          slot++;
          i = 0;
        }
      else
        {
          i++;
        }
    }

  return slot;
}

static char *
describe_period (const OutlayScenario *scenario)
{
  OutlayMonthStyle style = scenario->months <= 12 ? OUTLAY_MONTH_STYLE_LONG_NAME
                                                  : OUTLAY_MONTH_STYLE_SHORT_YEAR;
  g_autofree char *first = outlay_month_format (scenario->start, style);
  g_autofree char *last = outlay_month_format (scenario->start + (int) scenario->months - 1,
                                               style);

  if (scenario->months == 1)
    return g_steal_pointer (&first);

  /* Translators: two months: "December to June" */
  return g_strdup_printf (_("%s to %s"), first, last);
}

static void
outlay_option_preview_fill (OutlayOptionPreview        *self,
                            const OutlayScenario       *scenario,
                            const OutlayOptionEstimate *estimate)
{
  const double *monthly = estimate->monthly[OUTLAY_FIGURE_COST];
  g_autofree char *total = NULL;
  g_autofree char *accepted = NULL;
  g_autofree char *period = describe_period (scenario);
  double dearest = 0;

  for (guint i = 0; i < scenario->months; i++)
    dearest = MAX (dearest, monthly[i]);

  total = outlay_figure_format_money (estimate->total[OUTLAY_FIGURE_COST],
                                      scenario->currency.code);
  accepted = outlay_figure_format_money (estimate->cost_per_accepted, scenario->currency.code);
  gtk_label_set_label (self->total_label, total);
  gtk_label_set_label (self->period_label, period);
  gtk_label_set_label (self->accepted_label, accepted);
  outlay_curve_sample_set_values (self->curve, monthly, (guint) scenario->months, dearest);
}

/**
 * outlay_option_preview_show:
 * @self: a preview
 * @session: whose work it is
 * @option: what may be added
 * @instead_of: (nullable): the option whose place it takes
 *
 * Estimates an option.
 */
void
outlay_option_preview_show (OutlayOptionPreview *self,
                            OutlaySession       *session,
                            const OutlayOption  *option,
                            const char          *instead_of)
{
  g_autoptr (OutlayScenario) draft = NULL;
  g_autoptr (OutlayEstimate) estimate = NULL;
  const OutlayOptionEstimate *figures;
  g_autofree char *words = NULL;
  g_autofree char *changes = NULL;

  g_return_if_fail (OUTLAY_IS_OPTION_PREVIEW (self));

  draft = new_draft (session, option, instead_of);
  estimate = outlay_estimate_new (draft);
  figures = &estimate->options[0];

  gtk_widget_set_visible (self->figures, figures->error == NULL);
  if (figures->error != NULL)
    {
      words = outlay_refusal_describe (figures);
      outlay_label_set_sentence (self->words_label, words);
      return;
    }

  outlay_curve_sample_set_slot (self->curve, (int) find_slot (session, instead_of));
  outlay_option_preview_fill (self, draft, figures);
  words = describe_difference (session, instead_of, figures->total[OUTLAY_FIGURE_COST]);
  changes = describe_price_changes (session, option, instead_of,
                                    figures->total[OUTLAY_FIGURE_COST]);
  if (changes != NULL)
    {
      g_autofree char *first = g_steal_pointer (&words);

      words = first != NULL ? g_strdup_printf ("%s\n%s", first, changes) : g_strdup (changes);
    }
  outlay_label_set_sentence (self->words_label, words);
}

static void
outlay_option_preview_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_OPTION_PREVIEW);

  G_OBJECT_CLASS (outlay_option_preview_parent_class)->dispose (object);
}

static void
outlay_option_preview_class_init (OutlayOptionPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_option_preview_dispose;

  g_type_ensure (OUTLAY_TYPE_CURVE_SAMPLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/option-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionPreview, box);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionPreview, figures);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionPreview, total_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionPreview, period_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionPreview, accepted_label);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionPreview, curve);
  gtk_widget_class_bind_template_child (widget_class, OutlayOptionPreview, words_label);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "optionpreview");
}

static void
outlay_option_preview_init (OutlayOptionPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
