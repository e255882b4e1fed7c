/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several threads read, one takes. The readers wait when the taker falls behind,
 * so that memory stays bounded. */
#include "log-tree.h"

#include "log-reader.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_WAITING 12

/* How often it is asked whether to go on, at least, in microseconds. */
#define ASKING_TIME (50 * G_TIME_SPAN_MILLISECOND)
#define MAX_DEPTH   32

typedef struct
{
  OutlayLogFile  *file;
  OutlayLogBatch *batch; /* NULL: the file is done */
} Parcel;

typedef struct
{
  GPtrArray *files; /* (element-type OutlayLogFile): still to read, from @next on */
  guint      next;  /* atomic */
  gsize      bytes; /* atomic: that were read */
  gint       ends;  /* atomic: nothing more is to be read */
  GMutex     lock;
  GCond      came;
  GCond      went;
  GQueue     parcels;
  guint      n_readers;
} Post;

typedef struct
{
  GPtrArray              *files;
  const OutlayCsvMapping *columns;
  const OutlayLogSink    *sink;
} Walk;

static gint64
get_modified (const struct stat *info)
{
  return (gint64) info->st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + info->st_mtim.tv_nsec;
}

static void
add_file (Walk              *walk,
          const char        *path,
          const struct stat *info)
{
  OutlayLogFile *file;

  if (walk->sink->is_known != NULL &&
      walk->sink->is_known (path, (gint64) info->st_size, get_modified (info), walk->sink->data))
    return;

  file = outlay_log_file_new (path, (gint64) info->st_size, get_modified (info));
  file->columns = walk->columns;
  g_ptr_array_add (walk->files, file);
}

static gboolean
has_log_name (const char *name)
{
  return g_str_has_suffix (name, ".jsonl") || g_str_has_suffix (name, ".json") ||
         g_str_has_suffix (name, ".csv");
}

/* Links are not followed: a tree could lead back into itself. */
static void
walk_folder (Walk       *walk,
             const char *path,
             guint       depth)
{
  DIR *folder = opendir (path);
  struct dirent *entry;

  while (folder != NULL && (entry = readdir (folder)) != NULL)
    {
      g_autofree char *name = NULL;
      struct stat info;

      if (strcmp (entry->d_name, ".") == 0 || strcmp (entry->d_name, "..") == 0 ||
          fstatat (dirfd (folder), entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0)
        continue;

      if (S_ISDIR (info.st_mode) && depth < MAX_DEPTH)
        {
          name = g_build_filename (path, entry->d_name, NULL);
          walk_folder (walk, name, depth + 1);
        }
      else if (S_ISREG (info.st_mode) && has_log_name (entry->d_name))
        {
          name = g_build_filename (path, entry->d_name, NULL);
          add_file (walk, name, &info);
        }
    }

  if (folder != NULL)
    closedir (folder);
}

/* What cannot be looked at is read all the same, and then said to be unreadable. */
static void
walk_path (Walk       *walk,
           const char *path)
{
  g_autofree char *whole = g_canonicalize_filename (path, NULL);
  struct stat info = { 0 };

  if (stat (whole, &info) == 0 && S_ISDIR (info.st_mode))
    walk_folder (walk, whole, 0);
  else
    add_file (walk, whole, &info);
}

/* Large files first, so that the last one to end is a short one. */
static int
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  const OutlayLogFile *one = *(OutlayLogFile * const *) a;
  const OutlayLogFile *other = *(OutlayLogFile * const *) b;

  if (one->size != other->size)
    return one->size < other->size ? 1 : -1;

  return strcmp (one->path, other->path);
}

static void
send (Post           *post,
      OutlayLogFile  *file,
      OutlayLogBatch *batch)
{
  Parcel *parcel = g_new (Parcel, 1);

  *parcel = (Parcel) { file, batch };
  g_mutex_lock (&post->lock);
  while (post->parcels.length >= MAX_WAITING)
    g_cond_wait (&post->went, &post->lock);
  g_queue_push_tail (&post->parcels, parcel);
  g_cond_signal (&post->came);
  g_mutex_unlock (&post->lock);
}

static void
send_batch (OutlayLogFile  *file,
            OutlayLogBatch *batch,
            gpointer        data)
{
  send (data, file, batch);
}

static gboolean
pass (gsize    n_bytes,
      gpointer data)
{
  Post *post = data;

  g_atomic_pointer_add (&post->bytes, (gssize) n_bytes);

  return g_atomic_int_get (&post->ends) == 0;
}

static gpointer
run_reader (gpointer data)
{
  Post *post = data;
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  guint number;

  while ((number = (guint) g_atomic_int_add (&post->next, 1)) < post->files->len)
    {
      OutlayLogFile *file = g_ptr_array_index (post->files, number);

      file->take = send_batch;
      file->pass = pass;
      file->take_data = post;
      outlay_log_file_read (file, buffer);
      send (post, file, NULL);
    }

  g_mutex_lock (&post->lock);
  post->n_readers--;
  g_cond_signal (&post->came);
  g_mutex_unlock (&post->lock);

  return NULL;
}

/* Returns: (transfer full) (nullable): what came, if anything did before @end */
static Parcel *
receive (Post     *post,
         gint64    end,
         gboolean *is_last)
{
  Parcel *parcel;

  g_mutex_lock (&post->lock);
  while (post->parcels.length == 0 && post->n_readers > 0 &&
         g_cond_wait_until (&post->came, &post->lock, end))
    continue;
  parcel = g_queue_pop_head (&post->parcels);
  *is_last = parcel == NULL && post->n_readers == 0;
  g_cond_signal (&post->went);
  g_mutex_unlock (&post->lock);

  return parcel;
}

static void
take (Post                *post,
      const OutlayLogSink *sink,
      const Parcel        *parcel)
{
  gboolean ends = g_atomic_int_get (&post->ends) != 0;

  if (parcel->batch != NULL && !ends)
    sink->take (parcel->file, parcel->batch, sink->data);
  else if (parcel->batch == NULL && !ends && sink->done != NULL)
    sink->done (parcel->file, sink->data);

  if (parcel->batch != NULL)
    outlay_log_batch_free (parcel->batch);
}

/* A file that was not read whole, or of which not all was taken, is not done: it is
 * read again another time. */
static void
take_all (Post                *post,
          const OutlayLogSink *sink)
{
  gboolean is_last = FALSE;

  while (!is_last)
    {
      g_autofree Parcel *parcel =
        receive (post, g_get_monotonic_time () + ASKING_TIME, &is_last);

      if (parcel != NULL)
        take (post, sink, parcel);
      if (sink->goes_on != NULL &&
          !sink->goes_on ((guint64) (gsize) g_atomic_pointer_get (&post->bytes), sink->data))
        {
          g_atomic_int_set (&post->ends, 1);
          g_atomic_int_set (&post->next, post->files->len);
        }
    }
}

static void
read_files (GPtrArray           *files,
            guint                n_threads,
            const OutlayLogSink *sink)
{
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  Post post = { .files = files, .n_readers = CLAMP (n_threads, 1, MAX (files->len, 1)) };
  guint n_readers = post.n_readers;

  g_mutex_init (&post.lock);
  g_cond_init (&post.came);
  g_cond_init (&post.went);
  for (guint i = 0; i < n_readers; i++)
    g_ptr_array_add (threads, g_thread_new ("reader", run_reader, &post));

  take_all (&post, sink);

  for (guint i = 0; i < n_readers; i++)
    g_thread_join (g_ptr_array_index (threads, i));
  g_cond_clear (&post.came);
  g_cond_clear (&post.went);
  g_mutex_clear (&post.lock);
}

static void
tell_found (GPtrArray           *files,
            const OutlayLogSink *sink)
{
  guint64 n_bytes = 0;

  for (guint i = 0; i < files->len; i++)
    n_bytes += (guint64) ((OutlayLogFile *) g_ptr_array_index (files, i))->size;

  if (sink->found != NULL)
    sink->found (files->len, n_bytes, sink->data);
}

static void
free_file (gpointer data)
{
  outlay_log_file_free (data);
}

/**
 * outlay_log_tree_read:
 * @paths: (array zero-terminated=1): files, and folders that are searched for
 *   .jsonl, .json and .csv files
 * @columns: (nullable): what the headings of tables mean
 * @n_threads: how many read at once
 * @sink: where it goes
 *
 * Reads logs of every format that Outlay knows. What comes first depends on the
 * threads; what comes altogether does not.
 */
void
outlay_log_tree_read (const char * const     *paths,
                      const OutlayCsvMapping *columns,
                      guint                   n_threads,
                      const OutlayLogSink    *sink)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (free_file);
  Walk walk = { .files = files, .columns = columns, .sink = sink };

  for (guint i = 0; paths[i] != NULL; i++)
    walk_path (&walk, paths[i]);

  g_ptr_array_sort (files, compare_sizes);
  tell_found (files, sink);
  if (files->len > 0)
    read_files (files, n_threads, sink);
}
