/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "price-shelf.h"

#include <glib/gi18n.h>

struct _OutlayPriceShelf
{
  GObject          parent_instance;

  char            *folder;  /* or NULL for the usual one */
  OutlayPriceBook *book;    /* NULL until it is asked for or read */
  char            *trouble; /* what of it cannot be read, or NULL */
  gboolean         busy;
  GQueue           waiting; /* (element-type GTask): jobs that come after this one */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];
static GParamSpec *busy_property;

G_DEFINE_FINAL_TYPE (OutlayPriceShelf, outlay_price_shelf, G_TYPE_OBJECT)

/* The book */

static OutlayPriceBook *
open_book (const char  *folder,
           char       **trouble)
{
  g_autofree char *usual = outlay_price_book_get_default_folder ();
  g_autoptr (OutlayProblems) problems = outlay_problems_new (folder != NULL ? folder : usual);
  OutlayPriceBook *book = outlay_price_book_open (folder, outlay_catalogue_get_default (),
                                                  problems);

  *trouble = outlay_problems_get_n_total (problems) > 0 ? outlay_problems_to_string (problems)
                                                        : NULL;

  return book;
}

/* Takes over a book and what is the matter with it. */
static void
outlay_price_shelf_take (OutlayPriceShelf *self,
                         OutlayPriceBook  *book,
                         char             *trouble)
{
  OutlayPriceBook *before = self->book;

  self->book = book;
  g_free (self->trouble);
  self->trouble = trouble;

  /* Who listens may still look at what it borrowed. */
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  g_clear_pointer (&before, outlay_price_book_free);
}

/**
 * outlay_price_shelf_get_book:
 * @self: a shelf
 *
 * Returns: (transfer none): the book as it is now; it is read if nobody has
 */
OutlayPriceBook *
outlay_price_shelf_get_book (OutlayPriceShelf *self)
{
  g_return_val_if_fail (OUTLAY_IS_PRICE_SHELF (self), NULL);

  if (self->book == NULL)
    {
      g_clear_pointer (&self->trouble, g_free);
      self->book = open_book (self->folder, &self->trouble);
    }

  return self->book;
}

/* Returns: (transfer none): every model and plan with the prices that are taken */
OutlayCatalogue *
outlay_price_shelf_get_catalogue (OutlayPriceShelf *self)
{
  return outlay_price_book_get_catalogue (outlay_price_shelf_get_book (self));
}

/* Whether the book is there, so that asking for it takes no time. */
gboolean
outlay_price_shelf_is_read (OutlayPriceShelf *self)
{
  g_return_val_if_fail (OUTLAY_IS_PRICE_SHELF (self), FALSE);

  return self->book != NULL;
}

gboolean
outlay_price_shelf_get_busy (OutlayPriceShelf *self)
{
  g_return_val_if_fail (OUTLAY_IS_PRICE_SHELF (self), FALSE);

  return self->busy;
}

/* Returns: (nullable): which files of the book cannot be read, and why */
const char *
outlay_price_shelf_get_trouble (OutlayPriceShelf *self)
{
  g_return_val_if_fail (OUTLAY_IS_PRICE_SHELF (self), NULL);

  return self->trouble;
}

/* Small changes */

static gboolean
check_idle (OutlayPriceShelf  *self,
            GError           **error)
{
  if (!self->busy)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_BUSY,
                       _("Prices are being taken in. Try again in a moment."));

  return FALSE;
}

static gboolean
outlay_price_shelf_tell (OutlayPriceShelf *self,
                         gboolean          changed)
{
  if (changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);

  return changed;
}

/* See outlay_price_book_choose(), and the two below likewise. */
gboolean
outlay_price_shelf_choose (OutlayPriceShelf  *self,
                           const char        *model,
                           const char        *source,
                           GError           **error)
{
  return check_idle (self, error) &&
         outlay_price_shelf_tell (self,
                                  outlay_price_book_choose (outlay_price_shelf_get_book (self),
                                                            model, source, error));
}

gboolean
outlay_price_shelf_set_own (OutlayPriceShelf   *self,
                            const OutlayModel  *model,
                            GError            **error)
{
  return check_idle (self, error) &&
         outlay_price_shelf_tell (self,
                                  outlay_price_book_set_own (outlay_price_shelf_get_book (self),
                                                             model, error));
}

gboolean
outlay_price_shelf_remove_own (OutlayPriceShelf  *self,
                               const char        *model,
                               GError           **error)
{
  return check_idle (self, error) &&
         outlay_price_shelf_tell (self,
                                  outlay_price_book_remove_own (outlay_price_shelf_get_book (self),
                                                                model, error));
}

/* The thread */

typedef struct
{
  char                 *folder;
  OutlayPriceShelfFunc  work; /* or NULL: the book is only read anew */
  gpointer              data;
  GDestroyNotify        data_free;
  OutlayPriceBook      *book; /* the next one, with its catalogue worked out */
  char                 *trouble;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->data_free != NULL && job->data != NULL)
    job->data_free (job->data);
  g_clear_pointer (&job->book, outlay_price_book_free);
  g_free (job->trouble);
  g_free (job->folder);
  g_free (job);
}

static void
run_job (GTask        *task,
         gpointer      source,
         gpointer      data,
         GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;

  job->book = open_book (job->folder, &job->trouble);
  if (job->work != NULL && !job->work (job->book, job->data, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  outlay_price_book_get_catalogue (job->book);
  g_task_return_boolean (task, TRUE);
}

static void
outlay_price_shelf_set_busy (OutlayPriceShelf *self,
                             gboolean          busy)
{
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), busy_property);
}

/* The thread goes on with the next job, or ends. */
static void
outlay_price_shelf_go_on (OutlayPriceShelf *self)
{
  g_autoptr (GTask) next = g_queue_pop_head (&self->waiting);

  if (next != NULL)
    g_task_run_in_thread (next, run_job);
  outlay_price_shelf_set_busy (self, next != NULL);
}

/* The job is at its end: the book it made is put on the shelf, then whoever asked
 * is told. */
static void
on_job_done (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  OutlayPriceShelf *self = OUTLAY_PRICE_SHELF (source);
  g_autoptr (GTask) outer = data;
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  outlay_price_shelf_go_on (self);
  if (done)
    outlay_price_shelf_take (self, g_steal_pointer (&job->book),
                             g_steal_pointer (&job->trouble));

  if (!done)
    {
      g_task_return_error (outer, g_steal_pointer (&error));
      return;
    }

  g_task_return_pointer (outer, g_steal_pointer (&job->data), job->data_free);
}

/**
 * outlay_price_shelf_work_async:
 * @self: a shelf
 * @work: (nullable): changes a book, in a thread; %FALSE with an error leaves the
 *   one on the shelf as it is
 * @work_data: for @work, and the answer of outlay_price_shelf_work_finish()
 * @work_data_free: (nullable): frees it
 * @callback: called when it is done
 * @data: for @callback
 *
 * Reads the book anew, changes it and puts it on the shelf. One thread works at a
 * time; what is asked for meanwhile is done after it.
 */
void
outlay_price_shelf_work_async (OutlayPriceShelf     *self,
                               OutlayPriceShelfFunc  work,
                               gpointer              work_data,
                               GDestroyNotify        work_data_free,
                               GAsyncReadyCallback   callback,
                               gpointer              data)
{
  g_autoptr (GTask) outer = g_task_new (self, NULL, callback, data);
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  job->folder = g_strdup (self->folder);
  job->work = work;
  job->data = work_data;
  job->data_free = work_data_free;

  task = g_task_new (self, NULL, on_job_done, g_steal_pointer (&outer));
  g_task_set_task_data (task, job, job_free);
  g_queue_push_tail (&self->waiting, g_steal_pointer (&task));
  if (!self->busy)
    outlay_price_shelf_go_on (self);
}

/* Returns: (transfer full) (nullable): the data of the work, or %NULL with an error */
gpointer
outlay_price_shelf_work_finish (OutlayPriceShelf  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Reads the book anew: others may have changed it. While a thread works on it,
 * that one does. */
void
outlay_price_shelf_reload (OutlayPriceShelf *self)
{
  g_return_if_fail (OUTLAY_IS_PRICE_SHELF (self));

  if (!self->busy)
    outlay_price_shelf_work_async (self, NULL, NULL, NULL, NULL, NULL);
}

/* The object */

static void
outlay_price_shelf_finalize (GObject *object)
{
  OutlayPriceShelf *self = OUTLAY_PRICE_SHELF (object);

  g_clear_pointer (&self->book, outlay_price_book_free);
  g_free (self->trouble);
  g_free (self->folder);

  G_OBJECT_CLASS (outlay_price_shelf_parent_class)->finalize (object);
}

static void
outlay_price_shelf_get_property (GObject    *object,
                                 guint       property_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  g_value_set_boolean (value, OUTLAY_PRICE_SHELF (object)->busy);
}

static void
outlay_price_shelf_class_init (OutlayPriceShelfClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = outlay_price_shelf_finalize;
  object_class->get_property = outlay_price_shelf_get_property;

  busy_property = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                        G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, 1, busy_property);

  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_price_shelf_init (OutlayPriceShelf *self)
{
}

/**
 * outlay_price_shelf_new:
 * @folder: (nullable): where the person's prices lie, or %NULL for the usual place
 *
 * Returns: (transfer full): a shelf whose book is read when it is asked for
 */
OutlayPriceShelf *
outlay_price_shelf_new (const char *folder)
{
  OutlayPriceShelf *self = g_object_new (OUTLAY_TYPE_PRICE_SHELF, NULL);

  self->folder = g_strdup (folder);

  return self;
}

/* Returns: (transfer none): the shelf of all windows */
OutlayPriceShelf *
outlay_price_shelf_get_default (void)
{
  static OutlayPriceShelf *shelf;

  if (shelf == NULL)
    shelf = outlay_price_shelf_new (NULL);

  return shelf;
}
