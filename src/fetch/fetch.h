/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * OUTLAY_FETCH_ERROR:
 *
 * Why nothing was fetched. Whoever cancels gets %G_IO_ERROR_CANCELLED.
 */
#define OUTLAY_FETCH_ERROR (outlay_fetch_error_quark ())

/**
 * OutlayFetchError:
 * @OUTLAY_FETCH_ERROR_ADDRESS: no https address
 * @OUTLAY_FETCH_ERROR_UNREACHABLE: nobody answers
 * @OUTLAY_FETCH_ERROR_CERTIFICATE: who answers cannot prove to be that host
 * @OUTLAY_FETCH_ERROR_STATUS: the host answers that it has nothing there
 * @OUTLAY_FETCH_ERROR_REDIRECT: sent on too often, or to no https address
 * @OUTLAY_FETCH_ERROR_TOO_LARGE: more than was allowed
 * @OUTLAY_FETCH_ERROR_TOO_SLOW: not done in the time that was allowed
 * @OUTLAY_FETCH_ERROR_BROKEN: the answer broke off, or is garbled
 */
typedef enum
{
  OUTLAY_FETCH_ERROR_ADDRESS,
  OUTLAY_FETCH_ERROR_UNREACHABLE,
  OUTLAY_FETCH_ERROR_CERTIFICATE,
  OUTLAY_FETCH_ERROR_STATUS,
  OUTLAY_FETCH_ERROR_REDIRECT,
  OUTLAY_FETCH_ERROR_TOO_LARGE,
  OUTLAY_FETCH_ERROR_TOO_SLOW,
  OUTLAY_FETCH_ERROR_BROKEN
} OutlayFetchError;

GQuark outlay_fetch_error_quark (void);

/* Hears how far a fetch is: bytes so far, and in all, or 0 where nobody said. */
typedef void (* OutlayFetchProgress) (gsize    so_far,
                                      gsize    in_all,
                                      gpointer data);

#define OUTLAY_FETCH_MAX_BYTES   64000000
#define OUTLAY_FETCH_MAX_SECONDS 60

/**
 * OutlayFetchRequest:
 * @address: an https address
 * @etag: (nullable): what the server called the answer that is there already
 * @authorities: (nullable): a PEM file of the only authorities that may vouch for
 *   the host, as companies have; %NULL: those that the system trusts
 * @max_bytes: the largest answer, unpacked; 0: %OUTLAY_FETCH_MAX_BYTES
 * @max_seconds: for all of it; 0: %OUTLAY_FETCH_MAX_SECONDS
 * @progress: (nullable): hears how far it is
 * @progress_data: for @progress
 *
 * What to fetch. There is no traffic but for such a request.
 */
typedef struct
{
  const char          *address;
  const char          *etag;
  const char          *authorities;
  gsize                max_bytes;
  guint                max_seconds;
  OutlayFetchProgress  progress;
  gpointer             progress_data;
} OutlayFetchRequest;

/**
 * OutlayFetchAnswer:
 * @bytes: (owned) (nullable): the answer, or %NULL where it is still the one that
 *   the request's etag names
 * @etag: (owned) (nullable): what the server calls it
 */
typedef struct
{
  GBytes *bytes;
  char   *etag;
} OutlayFetchAnswer;

void               outlay_fetch_async       (const OutlayFetchRequest  *request,
                                             GCancellable              *cancellable,
                                             GAsyncReadyCallback        callback,
                                             gpointer                   data);
OutlayFetchAnswer *outlay_fetch_finish      (GAsyncResult              *result,
                                             GError                   **error);
OutlayFetchAnswer *outlay_fetch             (const OutlayFetchRequest  *request,
                                             GCancellable              *cancellable,
                                             GError                   **error);
void               outlay_fetch_answer_free (OutlayFetchAnswer         *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayFetchAnswer, outlay_fetch_answer_free)

G_END_DECLS
