/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Some files are compiled twice: for any processor, and, where there are such, for
 * those that take four numbers at once (-mavx2 -DOUTLAY_COMPILE_AVX2). Without
 * fused operations both round alike, so that figures do not depend on it.
 *
 *   OUTLAY_WIDE (name)            name of a function that is compiled twice
 *   OUTLAY_WIDE_CALL (name, ...)  calls the one that suits the processor */

#ifdef OUTLAY_COMPILE_AVX2
#define OUTLAY_WIDE(name) name##_avx2
#else
#define OUTLAY_WIDE(name) name##_any
#endif

#ifdef OUTLAY_HAS_AVX2
#define OUTLAY_WIDE_CALL(name, ...) \
  (__builtin_cpu_supports ("avx2") ? name##_avx2 (__VA_ARGS__) : name##_any (__VA_ARGS__))
#else
#define OUTLAY_WIDE_CALL(name, ...) name##_any (__VA_ARGS__)
#endif
