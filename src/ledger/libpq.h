/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libpq-fe.h>

G_BEGIN_DECLS

/* What the ledger uses of libpq. */
#define OUTLAY_LIBPQ_FUNCTIONS(each) \
  each (PQclear) \
  each (PQcmdTuples) \
  each (PQconnectdbParams) \
  each (PQerrorMessage) \
  each (PQexec) \
  each (PQfinish) \
  each (PQgetResult) \
  each (PQgetisnull) \
  each (PQgetvalue) \
  each (PQprepare) \
  each (PQresultErrorMessage) \
  each (PQresultStatus) \
  each (PQsendQueryPrepared) \
  each (PQsetNoticeReceiver) \
  each (PQsetSingleRowMode) \
  each (PQstatus)

#define OUTLAY_LIBPQ_MEMBER(name) __typeof__ (name) *name;

/**
 * OutlayLibpq:
 *
 * libpq, by its own names. It brings Kerberos, LDAP and OpenSSL with it, which take
 * longer to load than a command takes to run: so it is loaded when a server is asked
 * for, and not before.
 */
typedef struct
{
  OUTLAY_LIBPQ_FUNCTIONS (OUTLAY_LIBPQ_MEMBER)
} OutlayLibpq;

const OutlayLibpq *outlay_libpq_load (GError **error);

G_END_DECLS
