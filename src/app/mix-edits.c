/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The task mix as a person edits it. The shares of an end sum to 1 before and
 * after each edit: what one kind gains, others give. */
#include "mix-edits.h"

/* A hair: what adding shares up may be off by. */
#define EPSILON 1e-12

static double
read_end (const OutlayPair *pair,
          OutlayMixEnd      end)
{
  return end == OUTLAY_MIX_START ? pair->start : pair->end;
}

static void
write_end (OutlayPair   *pair,
           OutlayMixEnd  end,
           double        share)
{
  if (end == OUTLAY_MIX_START)
    pair->start = share;
  else
    pair->end = share;
}

static double
sum_of (const double *shares,
        guint         n_shares)
{
  double sum = 0;

  for (guint i = 0; i < n_shares; i++)
    sum += shares[i];

  return sum;
}

/**
 * outlay_mix_get_shares:
 * @scenario: a scenario
 * @role: a role's position, or %OUTLAY_MIX_OF_ALL
 * @end: which end
 * @shares: (out caller-allocates): a share for each task
 *
 * Reads one end of a mix, divided by its sum as the estimate does. A role
 * without a mix of its own has everybody's.
 */
void
outlay_mix_get_shares (const OutlayScenario *scenario,
                       int                   role,
                       OutlayMixEnd          end,
                       double               *shares)
{
  const OutlayPair *own = role >= 0 ? scenario->team[role].mix : NULL;
  double sum;

  for (guint i = 0; i < scenario->n_tasks; i++)
    shares[i] = read_end (own != NULL ? &own[i] : &scenario->tasks[i].share, end);

  sum = sum_of (shares, scenario->n_tasks);
  if (sum <= 0 || ABS (sum - 1) < EPSILON)
    return;

  for (guint i = 0; i < scenario->n_tasks; i++)
    shares[i] /= sum;
}

/**
 * outlay_mix_set_shares:
 * @draft: a draft
 * @role: a role's position, or %OUTLAY_MIX_OF_ALL
 * @end: which end
 * @shares: a share for each task
 *
 * Writes one end of a mix. A role must have a mix of its own.
 */
void
outlay_mix_set_shares (OutlayScenario *draft,
                       int             role,
                       OutlayMixEnd    end,
                       const double   *shares)
{
  OutlayPair *own = role >= 0 ? draft->team[role].mix : NULL;

  g_return_if_fail (role < 0 || own != NULL);

  for (guint i = 0; i < draft->n_tasks; i++)
    write_end (own != NULL ? &own[i] : &draft->tasks[i].share, end, shares[i]);
}

/**
 * outlay_mix_get_limits:
 * @shares: shares that sum to 1
 * @locked: which of them no edit of another may change
 * @n_shares: how many there are
 * @position: the one to be edited
 * @least: (out): the smallest value it may take
 * @most: (out): the largest
 *
 * Says how far a share can go while the locked ones stay.
 */
void
outlay_mix_get_limits (const double   *shares,
                       const gboolean *locked,
                       guint           n_shares,
                       guint           position,
                       double         *least,
                       double         *most)
{
  double held = 0;
  gboolean any_free = FALSE;

  for (guint i = 0; i < n_shares; i++)
    {
      if (i == position)
        continue;
      if (locked[i])
        held += shares[i];
      else
        any_free = TRUE;
    }

  *most = MAX (0, 1 - held);
  *least = any_free ? 0 : *most;
}

/**
 * outlay_mix_set_share:
 * @shares: shares that sum to 1
 * @locked: which of them stay
 * @n_shares: how many there are
 * @position: the one to set, locked or not
 * @share: its new value
 *
 * Sets one share; the unlocked others give or take in proportion, and in equal
 * parts where all of them are zero.
 *
 * Returns: %FALSE if @share is out of its limits; then nothing changes
 */
gboolean
outlay_mix_set_share (double         *shares,
                      const gboolean *locked,
                      guint           n_shares,
                      guint           position,
                      double          share)
{
  double least;
  double most;
  double free_sum = 0;
  guint n_free = 0;

  outlay_mix_get_limits (shares, locked, n_shares, position, &least, &most);
  if (!(share >= least - EPSILON && share <= most + EPSILON))
    return FALSE;

  share = CLAMP (share, least, most);
  for (guint i = 0; i < n_shares; i++)
    if (i != position && !locked[i])
      {
        free_sum += shares[i];
        n_free++;
      }

  for (guint i = 0; i < n_shares; i++)
    if (i != position && !locked[i])
      shares[i] = free_sum > 0 ? shares[i] / free_sum * (most - share)
                               : (most - share) / n_free;
  shares[position] = share;

  return TRUE;
}

/**
 * outlay_mix_move_border:
 * @shares: shares that sum to 1
 * @locked: which of them stay
 * @n_shares: how many there are
 * @border: the border after the share of this position
 * @change: how much wider the share before it becomes
 *
 * Moves the border between two shares, at most until it meets the next one.
 *
 * Returns: whether anything changed; a border beside a locked share stays
 */
gboolean
outlay_mix_move_border (double         *shares,
                        const gboolean *locked,
                        guint           n_shares,
                        guint           border,
                        double          change)
{
  double both;
  double before;

  g_return_val_if_fail (border + 1 < n_shares, FALSE);

  if (locked[border] || locked[border + 1])
    return FALSE;

  both = shares[border] + shares[border + 1];
  before = CLAMP (shares[border] + change, 0, both);
  if (before == shares[border])
    return FALSE;

  shares[border] = before;
  shares[border + 1] = both - before;

  return TRUE;
}
