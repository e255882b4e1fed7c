/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cost-row.h"

#include "cost-columns.h"
#include "figure-format.h"
#include "refusals.h"

#include <math.h>

struct _OutlayCostRow
{
  GObject           parent_instance;

  char             *option_id;
  OutlayEstimate   *estimate;
  guint             option; /* its position in the estimate */
  double            p90;    /* of the total, or NaN without futures */
  OutlayOptionLook  look;
  gboolean          cumulative;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayCostRow, outlay_cost_row, G_TYPE_OBJECT)

static void
outlay_cost_row_finalize (GObject *object)
{
  OutlayCostRow *self = OUTLAY_COST_ROW (object);

  g_free (self->option_id);
  g_clear_pointer (&self->estimate, outlay_estimate_unref);

  G_OBJECT_CLASS (outlay_cost_row_parent_class)->finalize (object);
}

static void
outlay_cost_row_class_init (OutlayCostRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = outlay_cost_row_finalize;

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_cost_row_init (OutlayCostRow *self)
{
}

/**
 * outlay_cost_row_new:
 * @option_id: an option
 *
 * Returns: (transfer full): a row, to be updated before it is shown
 */
OutlayCostRow *
outlay_cost_row_new (const char *option_id)
{
  OutlayCostRow *self = g_object_new (OUTLAY_TYPE_COST_ROW, NULL);

  self->option_id = g_strdup (option_id);

  return self;
}

const char *
outlay_cost_row_get_option_id (OutlayCostRow *self)
{
  g_return_val_if_fail (OUTLAY_IS_COST_ROW (self), NULL);

  return self->option_id;
}

static gboolean
is_same (double a,
         double b)
{
  return a == b || (isnan (a) && isnan (b));
}

/**
 * outlay_cost_row_update:
 * @self: a row
 * @estimate: the figures
 * @option: the position of its option in @estimate
 * @p90: the P90 of its total, or NaN while there are no futures of @estimate
 * @look: how it is looked at
 * @cumulative: whether the columns of months are added up
 *
 * Returns: whether the figures are others
 */
gboolean
outlay_cost_row_update (OutlayCostRow          *self,
                        OutlayEstimate         *estimate,
                        guint                   option,
                        double                  p90,
                        const OutlayOptionLook *look,
                        gboolean                cumulative)
{
  gboolean other_figures;

  g_return_val_if_fail (OUTLAY_IS_COST_ROW (self), FALSE);

  other_figures = self->estimate != estimate || self->cumulative != cumulative ||
                  !is_same (self->p90, p90);
  if (!other_figures && outlay_option_looks_equal (&self->look, look, 1))
    return FALSE;

  outlay_estimate_ref (estimate);
  g_clear_pointer (&self->estimate, outlay_estimate_unref);
  self->estimate = estimate;
  self->option = option;
  self->p90 = p90;
  self->look = *look;
  self->cumulative = cumulative;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return other_figures;
}

const char *
outlay_cost_row_get_name (OutlayCostRow *self)
{
  g_return_val_if_fail (OUTLAY_IS_COST_ROW (self), NULL);

  return self->estimate->options[self->option].option->name;
}

const OutlayOptionLook *
outlay_cost_row_get_look (OutlayCostRow *self)
{
  g_return_val_if_fail (OUTLAY_IS_COST_ROW (self), NULL);

  return &self->look;
}

char *
outlay_cost_row_dup_refusal (OutlayCostRow *self)
{
  g_return_val_if_fail (OUTLAY_IS_COST_ROW (self), NULL);

  return outlay_refusal_describe (&self->estimate->options[self->option]);
}

char *
outlay_cost_row_dup_text (OutlayCostRow *self,
                          guint          column)
{
  g_return_val_if_fail (OUTLAY_IS_COST_ROW (self), NULL);

  if (column == OUTLAY_COST_COLUMN_P90)
    return outlay_figure_format_money (self->p90, self->estimate->scenario->currency.code);

  return outlay_cost_column_format (self->estimate, self->option, column, self->cumulative);
}

char *
outlay_cost_row_dup_note (OutlayCostRow *self,
                          guint          column)
{
  g_return_val_if_fail (OUTLAY_IS_COST_ROW (self), NULL);

  return outlay_cost_column_get_note (self->estimate, self->option, column);
}

gboolean
outlay_cost_row_is_over (OutlayCostRow *self,
                         guint          column)
{
  g_return_val_if_fail (OUTLAY_IS_COST_ROW (self), FALSE);

  return outlay_cost_column_is_over (self->estimate, self->option, column, self->cumulative);
}

double
outlay_cost_row_get_value (OutlayCostRow *self,
                           guint          column)
{
  g_return_val_if_fail (OUTLAY_IS_COST_ROW (self), 0);

  if (column == OUTLAY_COST_COLUMN_P90)
    return self->p90;

  return outlay_cost_column_get_value (self->estimate, self->option, column, self->cumulative);
}

/**
 * outlay_cost_row_get_question:
 * @self: a row
 * @column: a column of figures
 * @estimate: (out) (transfer none): where the figure is from
 * @option: (out): its option there
 * @month: (out): its month, or -1 for the whole period
 *
 * Returns: whether the figure can be asked why: it is a cost of the estimate, and
 *   no sum of some months
 */
gboolean
outlay_cost_row_get_question (OutlayCostRow   *self,
                              guint            column,
                              OutlayEstimate **estimate,
                              guint           *option,
                              int             *month)
{
  g_return_val_if_fail (OUTLAY_IS_COST_ROW (self), FALSE);

  *estimate = self->estimate;
  *option = self->option;
  *month = outlay_cost_column_get_month (self->estimate, self->option, column);

  return self->estimate->options[self->option].error == NULL &&
         column != OUTLAY_COST_COLUMN_AGAINST &&
         column != OUTLAY_COST_COLUMN_P90 &&
         (column < OUTLAY_COST_COLUMN_MONTH || !self->cumulative);
}
