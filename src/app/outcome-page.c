/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outcome-page.h"

#include "figures-sheet.h"
#include "outcome-words.h"
#include "page-heading.h"
#include "session-looks.h"
#include "why-popover.h"
#include "widgets/chart-view.h"
#include "widgets/figure-table.h"
#include "widgets/readout-strip.h"

/**
 * OutlayOutcomePage:
 *
 * What the options' work is worth: when they pay for themselves in words, what
 * each task accepted costs by month, and the table of value, review, onboarding,
 * net, return and payback.
 *
 * # Actions
 *
 * - `outcome.copy`: copy the table
 *
 * # Keys
 *
 * Ctrl+C copies the table.
 */
struct _OutlayOutcomePage
{
  OutlayPage         parent_instance;

  OutlaySheet       *sheet;
  OutlayEstimate    *estimate; /* that the sheet shows */

  OutlayPageHeading *heading;
  OutlayFigureTable *table;
};

G_DEFINE_FINAL_TYPE (OutlayOutcomePage, outlay_outcome_page, OUTLAY_TYPE_PAGE)

static void
outlay_outcome_page_refresh (OutlayPage     *page,
                             OutlayEstimate *estimate)
{
  OutlayOutcomePage *self = OUTLAY_OUTCOME_PAGE (page);
  g_autofree OutlayOptionLook *looks =
    outlay_option_looks_new (outlay_page_get_session (page), estimate);
  g_autofree char *title = outlay_outcome_finding (estimate, looks, FALSE);
  g_autofree char *subtitle = outlay_outcome_subtitle (estimate);

  outlay_page_heading_set_title (self->heading, title);
  outlay_page_heading_set_subtitle (self->heading, subtitle);

  outlay_estimate_ref (estimate);
  g_clear_pointer (&self->estimate, outlay_estimate_unref);
  self->estimate = estimate;
  g_clear_pointer (&self->sheet, outlay_sheet_free);
  self->sheet = outlay_outcome_sheet_new (estimate, looks);
  outlay_figure_table_set_sheet (self->table, self->sheet);
}

/* What is no cost has a reason of another kind. */
static gboolean
get_outcome (guint             column,
             OutlayWhyOutcome *outcome)
{
  static const struct
  {
    OutlayOutcomeColumn column;
    OutlayWhyOutcome    outcome;
  } outcomes[] = {
    { OUTLAY_OUTCOME_COLUMN_VALUE, OUTLAY_WHY_VALUE },
    { OUTLAY_OUTCOME_COLUMN_REVIEW, OUTLAY_WHY_REVIEW },
    { OUTLAY_OUTCOME_COLUMN_ONBOARDING, OUTLAY_WHY_ONBOARDING },
    { OUTLAY_OUTCOME_COLUMN_NET, OUTLAY_WHY_NET },
    { OUTLAY_OUTCOME_COLUMN_RETURN, OUTLAY_WHY_RETURN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (outcomes[i].column == column)
      {
        *outcome = outcomes[i].outcome;
        return TRUE;
      }

  return FALSE;
}

static void
on_asked (OutlayOutcomePage *self,
          guint              row,
          guint              column)
{
  OutlayWhyPer per = column == OUTLAY_OUTCOME_COLUMN_PER_ACCEPTED ? OUTLAY_WHY_PER_ACCEPTED
                     : column == OUTLAY_OUTCOME_COLUMN_PER_TASK   ? OUTLAY_WHY_PER_TASK
                                                                  : OUTLAY_WHY_PER_NOTHING;
  GtkWidget *cell = outlay_figure_table_get_cell (self->table, row, column);
  OutlayWhyOutcome outcome;

  if (get_outcome (column, &outcome))
    outlay_why_popover_present_outcome (GTK_WIDGET (self), cell, self->estimate, row, outcome,
                                        OUTLAY_PERIOD,
                                        outlay_sheet_get_text (self->sheet, row, column));
  else
    outlay_why_popover_present_option (GTK_WIDGET (self), cell, self->estimate, row,
                                       OUTLAY_PERIOD, per);
}

static void
on_copy (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  OutlayOutcomePage *self = OUTLAY_OUTCOME_PAGE (widget);
  g_autofree char *text = NULL;

  if (self->sheet == NULL)
    return;

  text = outlay_sheet_to_tsv (self->sheet, "option");
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
outlay_outcome_page_dispose (GObject *object)
{
  OutlayOutcomePage *self = OUTLAY_OUTCOME_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), OUTLAY_TYPE_OUTCOME_PAGE);
  g_clear_pointer (&self->sheet, outlay_sheet_free);
  g_clear_pointer (&self->estimate, outlay_estimate_unref);

  G_OBJECT_CLASS (outlay_outcome_page_parent_class)->dispose (object);
}

static void
outlay_outcome_page_class_init (OutlayOutcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = outlay_outcome_page_dispose;
  OUTLAY_PAGE_CLASS (klass)->refresh = outlay_outcome_page_refresh;

  gtk_widget_class_install_action (widget_class, "outcome.copy", NULL, on_copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "outcome.copy", NULL);

  g_type_ensure (OUTLAY_TYPE_CHART_VIEW);
  g_type_ensure (OUTLAY_TYPE_FIGURE_TABLE);
  g_type_ensure (OUTLAY_TYPE_PAGE_HEADING);
  g_type_ensure (OUTLAY_TYPE_READOUT_STRIP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/outlay/Outlay/ui/outcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OutlayOutcomePage, heading);
  gtk_widget_class_bind_template_child (widget_class, OutlayOutcomePage, table);
  gtk_widget_class_bind_template_callback (widget_class, on_asked);
  gtk_widget_class_set_css_name (widget_class, "outcomepage");
}

static void
outlay_outcome_page_init (OutlayOutcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
outlay_outcome_page_new (OutlaySession *session)
{
  return g_object_new (OUTLAY_TYPE_OUTCOME_PAGE, "session", session, NULL);
}
