/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parallel.h"

typedef struct
{
  OutlayWorkFunc work;
  gpointer       data;
  guint          thread;
} Helper;

static gpointer
run_helper (gpointer data)
{
  const Helper *helper = data;

  helper->work (helper->thread, helper->data);

  return NULL;
}

/**
 * outlay_parallel_run:
 * @n_threads: how many threads, the caller's among them
 * @work: what each of them does
 * @data: what it is given
 *
 * Returns when all have done their share. Where a thread cannot be had, the
 * others do its share.
 */
void
outlay_parallel_run (guint          n_threads,
                     OutlayWorkFunc work,
                     gpointer       data)
{
  Helper helpers[OUTLAY_MOST_THREADS];
  GThread *threads[OUTLAY_MOST_THREADS] = { NULL };

  n_threads = CLAMP (n_threads, 1, OUTLAY_MOST_THREADS);
  for (guint i = 1; i < n_threads; i++)
    {
      helpers[i] = (Helper) { work, data, i };
      threads[i] = g_thread_try_new ("outlay-work", run_helper, &helpers[i], NULL);
    }

  work (0, data);
  for (guint i = 1; i < n_threads; i++)
    if (threads[i] != NULL)
      g_thread_join (threads[i]);
}

/**
 * outlay_parallel_take:
 * @counter: shared by all threads
 * @n: how many items there are
 * @item: (out): the item taken, from 0
 *
 * Returns: %FALSE when all are taken
 */
gboolean
outlay_parallel_take (gint  *counter,
                      guint  n,
                      guint *item)
{
  *item = (guint) g_atomic_int_add (counter, 1);

  return *item < n;
}
