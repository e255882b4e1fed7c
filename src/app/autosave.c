/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "autosave.h"

#include "recovery-file.h"

#include <glib/gstdio.h>

/* How long an edit waits to be kept, in milliseconds: with the time that writing
 * takes it stays below a second. */
#define INTERVAL 500

/* The file, as the threads that write to it share it. Each of their jobs has a
 * number; one that comes too late does nothing. */
typedef struct
{
  char    *path;
  GMutex   mutex;
  guint64  last; /* the job that was done last */
} Slot;

struct _OutlayAutosave
{
  GObject        parent_instance;

  OutlaySession *session;
  Slot          *slot;
  guint64        n_jobs;
  guint          timer_id;
  gboolean       busy;    /* a thread is at work */
  gboolean       is_kept; /* there is a file, or soon will be */
  gboolean       has_failed;
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OutlayAutosave, outlay_autosave, G_TYPE_OBJECT)

/* The file */

static void
slot_clear (Slot *slot)
{
  g_free (slot->path);
  g_mutex_clear (&slot->mutex);
}

static void
slot_unref (Slot *slot)
{
  g_atomic_rc_box_release_full (slot, (GDestroyNotify) slot_clear);
}

typedef struct
{
  Slot           *slot;
  guint64         number;
  OutlayRecovery *recovery; /* what to keep, or NULL to keep nothing */
} Job;

static Job *
job_new (OutlayAutosave *self,
         OutlayRecovery *recovery)
{
  Job *job = g_new0 (Job, 1);

  job->slot = g_atomic_rc_box_acquire (self->slot);
  job->number = ++self->n_jobs;
  job->recovery = recovery;

  return job;
}

static void
job_free (Job *job)
{
  slot_unref (job->slot);
  g_clear_pointer (&job->recovery, outlay_recovery_free);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static gboolean
job_run (const Job  *job,
         GError    **error)
{
  Slot *slot = job->slot;
  gboolean done = TRUE;

  g_mutex_lock (&slot->mutex);
  if (job->number > slot->last)
    {
      slot->last = job->number;
      if (job->recovery != NULL)
        done = outlay_recovery_write (job->recovery, slot->path, error);
      else
        g_unlink (slot->path);
    }
  g_mutex_unlock (&slot->mutex);

  return done;
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (job_run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* When */

static void outlay_autosave_update (OutlayAutosave *self);

static void
outlay_autosave_tell_failure (OutlayAutosave *self,
                              const GError   *error)
{
  if (self->has_failed)
    return;

  self->has_failed = TRUE;
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, error->message);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  OutlayAutosave *self = OUTLAY_AUTOSAVE (source);
  g_autoptr (GError) error = NULL;

  self->busy = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    outlay_autosave_tell_failure (self, error);
}

static void
outlay_autosave_start (OutlayAutosave *self,
                       OutlayRecovery *recovery)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_done, NULL);

  self->busy = TRUE;
  self->is_kept = recovery != NULL;
  g_task_set_priority (task, G_PRIORITY_HIGH);
  g_task_set_task_data (task, job_new (self, recovery), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_in_thread);
}

static OutlayRecovery *
outlay_autosave_take (OutlayAutosave *self,
                      GFile          *file)
{
  return outlay_recovery_new (file, outlay_session_get_saved (self->session),
                              outlay_session_get_scenario (self->session));
}

static gboolean
on_timer (gpointer data)
{
  OutlayAutosave *self = data;

  /* A slow disk is asked for one file at a time. */
  if (self->busy)
    return G_SOURCE_CONTINUE;

  self->timer_id = 0;
  if (outlay_session_get_modified (self->session))
    outlay_autosave_start (self,
                           outlay_autosave_take (self,
                                                 outlay_session_get_file (self->session)));

  return G_SOURCE_REMOVE;
}

static void
outlay_autosave_update (OutlayAutosave *self)
{
  if (self->session == NULL)
    return;

  if (outlay_session_get_modified (self->session))
    {
      if (self->timer_id == 0)
        self->timer_id = g_timeout_add (INTERVAL, on_timer, self);
      return;
    }

  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (self->is_kept)
    outlay_autosave_start (self, NULL);
}

/* The scenario is about to go into @file. */
static void
on_saving (OutlayAutosave *self,
           GFile          *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Job) job = NULL;

  if (!outlay_session_get_modified (self->session))
    return;

  self->is_kept = TRUE;
  job = job_new (self, outlay_autosave_take (self, file));
  if (!job_run (job, &error))
    outlay_autosave_tell_failure (self, error);

  /* If it cannot be saved there, its file is still the other one. */
  outlay_autosave_update (self);
}

/* The object */

static void
outlay_autosave_dispose (GObject *object)
{
  OutlayAutosave *self = OUTLAY_AUTOSAVE (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (outlay_autosave_parent_class)->dispose (object);
}

static void
outlay_autosave_finalize (GObject *object)
{
  slot_unref (OUTLAY_AUTOSAVE (object)->slot);

  G_OBJECT_CLASS (outlay_autosave_parent_class)->finalize (object);
}

static void
outlay_autosave_class_init (OutlayAutosaveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = outlay_autosave_dispose;
  object_class->finalize = outlay_autosave_finalize;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
outlay_autosave_init (OutlayAutosave *self)
{
  self->slot = g_atomic_rc_box_new0 (Slot);
  g_mutex_init (&self->slot->mutex);
}

/**
 * outlay_autosave_new:
 * @session: what to keep
 * @path: where; if there is a file, it keeps the session already
 *
 * Returns: (transfer full): what keeps it, until it is told to end
 */
OutlayAutosave *
outlay_autosave_new (OutlaySession *session,
                     const char    *path)
{
  OutlayAutosave *self;

  g_return_val_if_fail (OUTLAY_IS_SESSION (session), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (OUTLAY_TYPE_AUTOSAVE, NULL);
  self->session = g_object_ref (session);
  self->slot->path = g_strdup (path);
  self->is_kept = g_file_test (path, G_FILE_TEST_EXISTS);

  g_signal_connect_object (session, "changed", G_CALLBACK (outlay_autosave_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::modified", G_CALLBACK (outlay_autosave_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "saving", G_CALLBACK (on_saving), self, G_CONNECT_SWAPPED);
  outlay_autosave_update (self);

  return self;
}

/**
 * outlay_autosave_end:
 * @self: what keeps a session
 *
 * Keeps it no longer: it is saved, or the person has given it up. The file has gone
 * when this returns.
 */
void
outlay_autosave_end (OutlayAutosave *self)
{
  g_autoptr (Job) job = NULL;

  g_return_if_fail (OUTLAY_IS_AUTOSAVE (self));

  g_signal_handlers_disconnect_by_data (self->session, self);
  job = job_new (self, NULL);
  job_run (job, NULL);
  g_object_run_dispose (G_OBJECT (self));
}
