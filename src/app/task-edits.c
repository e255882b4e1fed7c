/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kinds of task come and go with all that is said of each: its row in every
 * routing's rules and its share in every mix. */
#include "task-edits.h"

#include <string.h>

typedef OutlayTier Rule[OUTLAY_N_LEVELS];

/* The list with the entry at @like once more at its end. The old list is left as
 * it was. */
static gpointer
list_copy_with_another (OutlayPool    *pool,
                        gconstpointer  list,
                        gsize          size,
                        guint          n_items,
                        guint          like)
{
  char *copy = outlay_pool_alloc0 (pool, n_items + 1, size);

  memcpy (copy, list, n_items * size);
  memcpy (copy + n_items * size, (const char *) list + like * size, size);

  return copy;
}

static gpointer
list_copy_without (OutlayPool    *pool,
                   gconstpointer  list,
                   gsize          size,
                   guint          n_items,
                   guint          position)
{
  char *copy = outlay_pool_alloc0 (pool, n_items - 1, size);

  memcpy (copy, list, position * size);
  memcpy (copy + position * size, (const char *) list + (position + 1) * size,
          (n_items - position - 1) * size);

  return copy;
}

static gboolean
has_id (const OutlayScenario *scenario,
        const char           *id)
{
  for (guint i = 0; i < scenario->n_tasks; i++)
    if (g_str_equal (scenario->tasks[i].id, id))
      return TRUE;

  return FALSE;
}

/* "task-8": what names the kind in files is nobody's to read. */
static char *
make_id (OutlayScenario *draft)
{
  for (guint n = draft->n_tasks + 1; ; n++)
    {
      g_autofree char *id = g_strdup_printf ("task-%u", n);

      if (!has_id (draft, id))
        return outlay_pool_strdup (draft->pool, id);
    }
}

/**
 * outlay_draft_add_task:
 * @draft: a draft
 * @like: the kind that the new one begins as
 * @name: its name
 *
 * Adds a kind of task at the end. Nobody does it yet: its share is 0 in every
 * mix.
 */
void
outlay_draft_add_task (OutlayScenario *draft,
                       guint           like,
                       const char     *name)
{
  guint n_tasks = draft->n_tasks;
  OutlayTask *added;

  g_return_if_fail (like < n_tasks);

  for (guint i = 0; i < draft->n_options; i++)
    if (draft->options[i].kind == OUTLAY_OPTION_ROUTING)
      draft->options[i].rules = list_copy_with_another (draft->pool, draft->options[i].rules,
                                                        sizeof (Rule), n_tasks, like);
  for (guint i = 0; i < draft->n_team; i++)
    if (draft->team[i].mix != NULL)
      {
        draft->team[i].mix = list_copy_with_another (draft->pool, draft->team[i].mix,
                                                     sizeof (OutlayPair), n_tasks, like);
        draft->team[i].mix[n_tasks] = (OutlayPair) { 0, 0 };
      }

  draft->tasks = list_copy_with_another (draft->pool, draft->tasks, sizeof *draft->tasks,
                                         n_tasks, like);
  added = &draft->tasks[n_tasks];
  added->id = make_id (draft);
  added->name = outlay_pool_strdup (draft->pool, name);
  added->share = (OutlayPair) { 0, 0 };
  draft->n_tasks++;
}

/* What is left of a mix makes a whole again, in proportion; where nothing is
 * left, the first kind is all of it. */
static void
make_whole (OutlayPair *mix,
            guint       n_shares)
{
  OutlayPair sum = { 0, 0 };

  for (guint i = 0; i < n_shares; i++)
    {
      sum.start += mix[i].start;
      sum.end += mix[i].end;
    }

  for (guint i = 0; i < n_shares; i++)
    {
      mix[i].start = sum.start > 0 ? mix[i].start / sum.start : i == 0;
      mix[i].end = sum.end > 0 ? mix[i].end / sum.end : i == 0;
    }
}

static void
make_shares_whole (OutlayScenario *draft)
{
  g_autofree OutlayPair *mix = g_new (OutlayPair, draft->n_tasks);

  for (guint i = 0; i < draft->n_tasks; i++)
    mix[i] = draft->tasks[i].share;
  make_whole (mix, draft->n_tasks);
  for (guint i = 0; i < draft->n_tasks; i++)
    draft->tasks[i].share = mix[i];
}

/**
 * outlay_draft_remove_task:
 * @draft: a draft of two kinds of task or more
 * @position: of the kind
 *
 * Removes a kind of task. The others take over its share in every mix, in
 * proportion.
 */
void
outlay_draft_remove_task (OutlayScenario *draft,
                          guint           position)
{
  guint n_tasks = draft->n_tasks;

  g_return_if_fail (position < n_tasks);
  g_return_if_fail (n_tasks > 1);

  for (guint i = 0; i < draft->n_options; i++)
    if (draft->options[i].kind == OUTLAY_OPTION_ROUTING)
      draft->options[i].rules = list_copy_without (draft->pool, draft->options[i].rules,
                                                   sizeof (Rule), n_tasks, position);
  for (guint i = 0; i < draft->n_team; i++)
    if (draft->team[i].mix != NULL)
      {
        OutlayPair *mix = list_copy_without (draft->pool, draft->team[i].mix, sizeof *mix,
                                             n_tasks, position);

        make_whole (mix, n_tasks - 1);
        draft->team[i].mix = mix;
      }

  draft->tasks = list_copy_without (draft->pool, draft->tasks, sizeof *draft->tasks, n_tasks,
                                    position);
  draft->n_tasks--;
  make_shares_whole (draft);
}
