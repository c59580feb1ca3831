/* Stands in for the icuuc.dll that Windows 10 has since 1903 and wine 8 has not, so that Qt can be loaded
   there. It knows no converters at all, and Qt then keeps to those of its own (UTF-8, UTF-16, Latin-1).
   For trying under wine alone: it is never part of a package. */
#include <stddef.h>
#include <stdint.h>

#define API __declspec(dllexport)
#define UNSUPPORTED 16 /* U_UNSUPPORTED_ERROR */

typedef void converter;
typedef int32_t error;

static void refuse(error *code) {
    if (code != NULL && *code <= 0) *code = UNSUPPORTED;
}

API converter *ucnv_open(const char *name, error *code) { refuse(code); return NULL; }
API void ucnv_close(converter *one) {}
API void ucnv_reset(converter *one) {}
API int8_t ucnv_getMaxCharSize(const converter *one) { return 1; }
API const char *ucnv_getName(const converter *one, error *code) { refuse(code); return NULL; }
API const char *ucnv_getStandardName(const char *name, const char *standard, error *code) { refuse(code); return NULL; }
API const char *ucnv_getAvailableName(int32_t place) { return NULL; }
API int32_t ucnv_countAvailable(void) { return 0; }
API int32_t ucnv_toUCountPending(const converter *one, error *code) { refuse(code); return 0; }
API int32_t ucnv_fromUCountPending(const converter *one, error *code) { refuse(code); return 0; }

API void ucnv_getToUCallBack(const converter *one, void *action, const void **context) {}
API void ucnv_getFromUCallBack(const converter *one, void *action, const void **context) {}
API void ucnv_setToUCallBack(converter *one, void *action, const void *context, void *old_action,
                             const void **old_context, error *code) { refuse(code); }
API void ucnv_setFromUCallBack(converter *one, void *action, const void *context, void *old_action,
                               const void **old_context, error *code) { refuse(code); }
API void ucnv_toUnicode(converter *one, uint16_t **target, const uint16_t *target_limit, const char **source,
                        const char *source_limit, int32_t *offsets, int8_t flush, error *code) { refuse(code); }
API void ucnv_fromUnicode(converter *one, char **target, const char *target_limit, const uint16_t **source,
                          const uint16_t *source_limit, int32_t *offsets, int8_t flush, error *code) { refuse(code); }
API void ucnv_cbToUWriteUChars(void *arguments, const uint16_t *source, int32_t length, int32_t offset, error *code) { refuse(code); }
API void ucnv_cbFromUWriteUChars(void *arguments, const uint16_t **source, const uint16_t *source_limit,
                                 int32_t offset, error *code) { refuse(code); }
API void UCNV_FROM_U_CALLBACK_SUBSTITUTE(const void *context, void *arguments, const uint16_t *units, int32_t length,
                                         int32_t point, int reason, error *code) {}
API void UCNV_TO_U_CALLBACK_SUBSTITUTE(const void *context, void *arguments, const char *units, int32_t length,
                                       int reason, error *code) {}
