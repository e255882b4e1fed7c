/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recovery-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define LOCK_SUFFIX ".lock"
#define FILE_SUFFIX ".recovery"

/* A name is a UUID; a file's goes on behind it. */
#define NAME_LENGTH 36

#define N_TRIES 5

struct _OutlayRecoveryStore
{
  char  *folder;
  char  *name;
  int    lock;
  guint  n_files;
};

static char *
make_path (const char *folder,
           const char *name,
           const char *suffix)
{
  g_autofree char *file = g_strconcat (name, suffix, NULL);

  return g_build_filename (folder, file, NULL);
}

/* Takes a lock, or gives -1 where another program has it or has done away with
 * it: the file that was opened may be no longer the one by that name. */
static int
take_lock (const char *path,
           int         flags)
{
  int lock = g_open (path, O_RDWR | O_CLOEXEC | flags, 0600);
  struct stat info;

  if (lock < 0)
    return -1;

  if (flock (lock, LOCK_EX | LOCK_NB) == 0 && fstat (lock, &info) == 0 && info.st_nlink > 0)
    return lock;

  close (lock);

  return -1;
}

/**
 * outlay_recovery_store_new:
 * @folder: where; it is made if it is not there
 * @error: why it could not be
 *
 * Returns: (transfer full) (nullable): a store with a name of its own
 */
OutlayRecoveryStore *
outlay_recovery_store_new (const char  *folder,
                           GError     **error)
{
  OutlayRecoveryStore *self;

  if (g_mkdir_with_parents (folder, 0700) < 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
                   "%s: %s", folder, g_strerror (code));
      return NULL;
    }

  /* One that looks for the dead may take a lock between its making and its
   * locking. That is rare; twice in a row never. */
  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autofree char *name = g_uuid_string_random ();
      g_autofree char *path = make_path (folder, name, LOCK_SUFFIX);
      int lock = take_lock (path, O_CREAT);

      if (lock < 0)
        continue;

      self = g_new0 (OutlayRecoveryStore, 1);
      self->folder = g_strdup (folder);
      self->name = g_steal_pointer (&name);
      self->lock = lock;

      return self;
    }

  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_ACCES, "%s: no file can be locked", folder);

  return NULL;
}

void
outlay_recovery_store_free (OutlayRecoveryStore *self)
{
  g_autofree char *path = make_path (self->folder, self->name, LOCK_SUFFIX);

  g_unlink (path);
  close (self->lock);
  g_free (self->folder);
  g_free (self->name);
  g_free (self);
}

/**
 * outlay_recovery_store_make_path:
 * @self: a store
 *
 * Returns: (transfer full): where one more window can keep its work
 */
char *
outlay_recovery_store_make_path (OutlayRecoveryStore *self)
{
  g_autofree char *suffix = g_strdup_printf ("-%u" FILE_SUFFIX, self->n_files++);

  return make_path (self->folder, self->name, suffix);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_files (OutlayRecoveryStore *self)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (strlen (name) > NAME_LENGTH)
      g_ptr_array_add (names, g_strdup (name));

  g_ptr_array_sort (names, compare_names);

  return names;
}

/* A file that was being written when its program died: its name has a point and
 * six letters more. */
static gboolean
is_half_written (const char *name)
{
  const char *end = g_strrstr (name, FILE_SUFFIX ".");

  return end != NULL && strlen (end) == strlen (FILE_SUFFIX) + 7;
}

/* Moves the files of a dead program here, and does away with what it was still
 * writing to. Two that try it at once cannot both have one file: a move succeeds
 * once. */
static void
claim_files (OutlayRecoveryStore *self,
             GPtrArray           *names,
             const char          *owner,
             GStrvBuilder        *claimed)
{
  for (guint i = 0; i < names->len; i++)
    {
      const char *name = names->pdata[i];
      g_autofree char *from = g_build_filename (self->folder, name, NULL);
      g_autofree char *to = NULL;

      if (strncmp (name, owner, NAME_LENGTH) != 0)
        continue;
      if (is_half_written (name))
        g_unlink (from);
      if (!g_str_has_suffix (name, FILE_SUFFIX))
        continue;

      to = outlay_recovery_store_make_path (self);
      if (g_rename (from, to) == 0)
        g_strv_builder_add (claimed, to);
    }
}

/**
 * outlay_recovery_store_claim:
 * @self: a store
 *
 * Takes over what programs have left that are no more.
 *
 * Returns: (transfer full): the paths of files that are this program's now
 */
GStrv
outlay_recovery_store_claim (OutlayRecoveryStore *self)
{
  g_autoptr (GPtrArray) names = list_files (self);
  g_autoptr (GStrvBuilder) claimed = g_strv_builder_new ();

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *owner = g_strndup (names->pdata[i], NAME_LENGTH);
      g_autofree char *path = make_path (self->folder, owner, LOCK_SUFFIX);
      int lock;

      /* Its own, or one that has been dealt with. */
      if (g_str_equal (owner, self->name) ||
          (i > 0 && strncmp (names->pdata[i - 1], owner, NAME_LENGTH) == 0))
        continue;

      /* A lock that is not there is one that nobody holds. */
      lock = take_lock (path, O_CREAT);
      if (lock < 0)
        continue;

      claim_files (self, names, owner, claimed);
      g_unlink (path);
      close (lock);
    }

  return g_strv_builder_end (claimed);
}
