/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "save-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
set_failure (GError     **error,
             const char  *path)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
               "Failed to write to file “%s”: %s", name, g_strerror (code));

  return FALSE;
}

/* A device or a pipe is written to: to put a file in its place would end it. */
static gboolean
write_through (const char  *path,
               const char  *data,
               gsize        size,
               GError     **error)
{
  int fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gsize done = 0;

  if (fd < 0)
    return set_failure (error, path);

  while (done < size)
    {
      ssize_t n = write (fd, data + done, size - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_failure (error, path);
          g_close (fd, NULL);
          return FALSE;
        }
      done += (gsize) n;
    }

  return g_close (fd, error);
}

/**
 * outlay_file_save:
 * @path: where to
 * @bytes: what
 * @error: return location for a #GFileError
 *
 * Writes a file whole or not at all: what stood there before stays until the
 * new file is on the disk. A link is followed, and permissions are kept.
 *
 * Returns: whether it was written
 */
gboolean
outlay_file_save (const char  *path,
                  GBytes      *bytes,
                  GError     **error)
{
  g_autofree char *target = realpath (path, NULL);
  GStatBuf info;
  int mode = 0666;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (target == NULL)
    target = g_strdup (path);
  if (g_stat (target, &info) == 0)
    {
      if (!S_ISREG (info.st_mode) && !S_ISDIR (info.st_mode))
        return write_through (target, data, size, error);
      mode = (int) (info.st_mode & 0777);
    }

  return g_file_set_contents_full (target, data, (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   mode, error);
}
