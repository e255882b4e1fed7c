/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "usage-store.h"

/* How often it is told that more was read, in milliseconds. */
#define PROGRESS_TIME 100

struct _OutlayUsageStore
{
  GObject               parent_instance;

  char                 *address; /* NULL: the user's own ledger */
  GTask                *reading; /* or NULL */
  guint                 progress_id;

  GMutex                lock;
  OutlayImportProgress  progress; /* under the lock */
};

G_DEFINE_FINAL_TYPE (OutlayUsageStore, outlay_usage_store, G_TYPE_OBJECT)

enum
{
  SIGNAL_PROGRESS,
  SIGNAL_IMPORTED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
outlay_usage_store_finalize (GObject *object)
{
  OutlayUsageStore *self = OUTLAY_USAGE_STORE (object);

  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_free (self->address);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (outlay_usage_store_parent_class)->finalize (object);
}

static void
outlay_usage_store_class_init (OutlayUsageStoreClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = outlay_usage_store_finalize;

  signals[SIGNAL_PROGRESS] = g_signal_new ("progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_IMPORTED] = g_signal_new ("imported", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_ERROR);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
outlay_usage_store_init (OutlayUsageStore *self)
{
  g_mutex_init (&self->lock);
}

/**
 * outlay_usage_store_new:
 * @address: (nullable): of the ledger, or %NULL for the user's own
 */
OutlayUsageStore *
outlay_usage_store_new (const char *address)
{
  OutlayUsageStore *self = g_object_new (OUTLAY_TYPE_USAGE_STORE, NULL);

  self->address = g_strdup (address);

  return self;
}

/* Returns: (transfer none): that of all windows */
OutlayUsageStore *
outlay_usage_store_get_default (void)
{
  static OutlayUsageStore *store = NULL;

  if (store == NULL)
    store = outlay_usage_store_new (NULL);

  return store;
}

/* Asking */

typedef struct
{
  char            *address;
  gboolean         creates; /* the ledger, where there is none */
  OutlayUsageFunc  function;
  gpointer         data;
  GDestroyNotify   data_free;
  GDestroyNotify   result_free;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  if (question->data_free != NULL)
    question->data_free (question->data);
  g_free (question->address);
  g_free (question);
}

/* To ask what was used leaves no file behind where nothing was read yet. */
static gboolean
has_ledger (const Question *question)
{
  return question->creates || outlay_ledger_exists (question->address);
}

static void
run_question (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  Question *question = data;
  g_autoptr (OutlayLedger) ledger = NULL;
  GError *error = NULL;
  gpointer result;

  if (!question->creates && g_task_return_error_if_cancelled (task))
    return;
  if (!has_ledger (question))
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }

  ledger = outlay_ledger_open (question->address, &error);
  result = ledger != NULL ? question->function (ledger, question->data, &error) : NULL;
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, result, question->result_free);
}

static GTask *
create_task (OutlayUsageStore    *self,
             GCancellable        *cancellable,
             Question            *question, /* (transfer full) */
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  question->address = g_strdup (self->address);
  g_task_set_task_data (task, question, question_free);

  return task;
}

/**
 * outlay_usage_store_ask:
 * @self: a store
 * @cancellable: (nullable): ends it before it begins; the answer is an error then
 * @function: asks the ledger, in a thread
 * @data: (transfer full): for @function
 * @data_free: (nullable): frees @data
 * @result_free: (nullable): frees what @function returned
 * @callback: takes the answer; %NULL without an error where there is no ledger yet
 * @user_data: for @callback
 */
void
outlay_usage_store_ask (OutlayUsageStore    *self,
                        GCancellable        *cancellable,
                        OutlayUsageFunc      function,
                        gpointer             data,
                        GDestroyNotify       data_free,
                        GDestroyNotify       result_free,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Question *question = g_new0 (Question, 1);
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (OUTLAY_IS_USAGE_STORE (self));

  *question = (Question) { NULL, FALSE, function, data, data_free, result_free };
  task = create_task (self, cancellable, question, callback, user_data);
  g_task_set_check_cancellable (task, TRUE);
  g_task_run_in_thread (task, run_question);
}

gpointer
outlay_usage_store_ask_finish (GAsyncResult  *result,
                               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Reading */

typedef struct
{
  OutlayUsageStore *store;
  GCancellable     *stop;
  char            **paths;
  OutlayCsvMapping *columns;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_object (&reading->stop);
  g_strfreev (reading->paths);
  g_clear_pointer (&reading->columns, outlay_csv_mapping_free);
  g_free (reading);
}

static gboolean
on_step (const OutlayImportProgress *progress,
         gpointer                    data)
{
  Reading *reading = data;

  g_mutex_lock (&reading->store->lock);
  reading->store->progress = *progress;
  g_mutex_unlock (&reading->store->lock);

  return !g_cancellable_is_cancelled (reading->stop);
}

static gpointer
read_logs (OutlayLedger  *ledger,
           gpointer       data,
           GError       **error)
{
  Reading *reading = data;
  const OutlayImportWatch watch = { on_step, reading };

  return outlay_ledger_import_watched (ledger, (const char * const *) reading->paths, NULL,
                                       reading->columns, &watch, error);
}

static void
on_read (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  OutlayUsageStore *self = OUTLAY_USAGE_STORE (object);
  g_autoptr (GError) error = NULL;
  g_autoptr (OutlayImportReport) report = g_task_propagate_pointer (G_TASK (result), &error);

  g_clear_object (&self->reading);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
  g_signal_emit (self, signals[SIGNAL_IMPORTED], 0, report, error);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
tell_progress (gpointer data)
{
  g_signal_emit (data, signals[SIGNAL_PROGRESS], 0);

  return G_SOURCE_CONTINUE;
}

static void
free_report (gpointer data)
{
  outlay_import_report_free (data);
}

/**
 * outlay_usage_store_import:
 * @self: a store that does not read
 * @paths: files and folders
 * @columns: (nullable) (transfer full): what the headings of tables mean
 *
 * Reads logs in a thread. `imported` tells how it went.
 */
void
outlay_usage_store_import (OutlayUsageStore   *self,
                           const char * const *paths,
                           OutlayCsvMapping   *columns)
{
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  Question *question = g_new0 (Question, 1);
  Reading *reading = g_new0 (Reading, 1);

  g_return_if_fail (OUTLAY_IS_USAGE_STORE (self));
  g_return_if_fail (self->reading == NULL);

  *reading = (Reading) { self, g_object_ref (stop), g_strdupv ((char **) paths), columns };
  *question = (Question) { NULL, TRUE, read_logs, reading, reading_free, free_report };
  self->progress = (OutlayImportProgress) { 0 };
  self->reading = create_task (self, stop, question, on_read, NULL);

  /* What was read before it was stopped stays, and is told. */
  g_task_set_check_cancellable (self->reading, FALSE);
  g_task_run_in_thread (self->reading, run_question);
  self->progress_id = g_timeout_add (PROGRESS_TIME, tell_progress, self);
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
}

/* Reads no further, not even in the file that is being read. */
void
outlay_usage_store_stop (OutlayUsageStore *self)
{
  g_return_if_fail (OUTLAY_IS_USAGE_STORE (self));

  if (self->reading != NULL)
    g_cancellable_cancel (g_task_get_cancellable (self->reading));
}

gboolean
outlay_usage_store_get_reading (OutlayUsageStore *self)
{
  g_return_val_if_fail (OUTLAY_IS_USAGE_STORE (self), FALSE);

  return self->reading != NULL;
}

void
outlay_usage_store_get_progress (OutlayUsageStore     *self,
                                 OutlayImportProgress *progress)
{
  g_return_if_fail (OUTLAY_IS_USAGE_STORE (self));

  g_mutex_lock (&self->lock);
  *progress = self->progress;
  g_mutex_unlock (&self->lock);
}

/* Tells that the ledger was changed otherwise than by reading. */
void
outlay_usage_store_announce (OutlayUsageStore *self)
{
  g_return_if_fail (OUTLAY_IS_USAGE_STORE (self));

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
