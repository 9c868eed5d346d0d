#include "src/exchange/signer.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <stdlib.h>

#define BLOCK_BYTES 64 /* of SHA-256, to which HMAC pads its key */
#define SECRET_MAX 512 /* a longer secret, region or service is not remembered */

/* What the remembered key was derived from: the parts one behind the other. */
struct origin {
    size_t lengths[4]; /* secret, day, region, service */
    char bytes[SECRET_MAX];
};

/* HMAC(key, text) = H(key ^ opad, H(key ^ ipad, text)). inner and outer are hashes that have taken
 * the padded key; each use starts from copies of them. */
struct ssmspec_signer {
    EVP_MD *sha256;
    EVP_MD_CTX *work;
    EVP_MD_CTX *inner;
    EVP_MD_CTX *outer;
    bool has_key;
    struct origin origin;
};

enum ssmspec_err ssmspec_signer_new(struct ssmspec_signer **out) {
    struct ssmspec_signer *const signer = calloc(1, sizeof *signer);
    ENSURE(signer != NULL, SSMSPEC_ERR_NOMEM);
    signer->sha256 = EVP_MD_fetch(NULL, "SHA256", NULL);
    signer->work = EVP_MD_CTX_new();
    signer->inner = EVP_MD_CTX_new();
    signer->outer = EVP_MD_CTX_new();
    if (signer->sha256 == NULL || signer->work == NULL || signer->inner == NULL ||
        signer->outer == NULL) {
        ssmspec_signer_free(signer);
        return SSMSPEC_ERR_CRYPTO;
    }
    *out = signer;
    return SSMSPEC_OK;
}

void ssmspec_signer_free(struct ssmspec_signer *signer) {
    if (signer == NULL) {
        return;
    }
    EVP_MD_CTX_free(signer->work);
    EVP_MD_CTX_free(signer->inner);
    EVP_MD_CTX_free(signer->outer);
    EVP_MD_free(signer->sha256);
    OPENSSL_cleanse(signer, sizeof *signer);
    free(signer);
}

static void to_hex(const unsigned char digest[SSMSPEC_SHA256_BYTES],
                   char out[SSMSPEC_SIGNATURE_HEX]) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < SSMSPEC_SHA256_BYTES; i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 15];
    }
}

static bool hash(struct ssmspec_signer *signer, struct ssmspec_view bytes,
                 unsigned char out[SSMSPEC_SHA256_BYTES]) {
    return EVP_DigestInit_ex(signer->work, signer->sha256, NULL) == 1 &&
           EVP_DigestUpdate(signer->work, bytes.ptr, bytes.len) == 1 &&
           EVP_DigestFinal_ex(signer->work, out, NULL) == 1;
}

enum ssmspec_err ssmspec_sha256_hex(struct ssmspec_signer *signer, struct ssmspec_view bytes,
                                    char out[SSMSPEC_SIGNATURE_HEX]) {
    unsigned char digest[SSMSPEC_SHA256_BYTES];
    ENSURE(hash(signer, bytes, digest), SSMSPEC_ERR_CRYPTO);
    to_hex(digest, out);
    return SSMSPEC_OK;
}

static bool start_padded(struct ssmspec_signer *signer, EVP_MD_CTX *context,
                         const unsigned char key[BLOCK_BYTES], unsigned char pad) {
    unsigned char padded[BLOCK_BYTES];
    for (size_t i = 0; i < BLOCK_BYTES; i++) {
        padded[i] = key[i] ^ pad;
    }
    const bool is_done = EVP_DigestInit_ex(context, signer->sha256, NULL) == 1 &&
                         EVP_DigestUpdate(context, padded, sizeof padded) == 1;
    OPENSSL_cleanse(padded, sizeof padded);
    return is_done;
}

static bool use_key(struct ssmspec_signer *signer, struct ssmspec_view key) {
    unsigned char block[BLOCK_BYTES] = {0};
    bool is_done = true;
    if (key.len > BLOCK_BYTES) {
        is_done = hash(signer, key, block);
    } else if (key.len > 0) {
        memcpy(block, key.ptr, key.len);
    }
    is_done = is_done && start_padded(signer, signer->inner, block, 0x36) &&
              start_padded(signer, signer->outer, block, 0x5c);
    OPENSSL_cleanse(block, sizeof block);
    return is_done;
}

static bool hmac(struct ssmspec_signer *signer, struct ssmspec_view text,
                 unsigned char out[SSMSPEC_SHA256_BYTES]) {
    return EVP_MD_CTX_copy_ex(signer->work, signer->inner) == 1 &&
           EVP_DigestUpdate(signer->work, text.ptr, text.len) == 1 &&
           EVP_DigestFinal_ex(signer->work, out, NULL) == 1 &&
           EVP_MD_CTX_copy_ex(signer->work, signer->outer) == 1 &&
           EVP_DigestUpdate(signer->work, out, SSMSPEC_SHA256_BYTES) == 1 &&
           EVP_DigestFinal_ex(signer->work, out, NULL) == 1;
}

/* The result of one step of the chain is the key of the next. */
static bool chain(struct ssmspec_signer *signer, struct ssmspec_view text) {
    unsigned char digest[SSMSPEC_SHA256_BYTES];
    const bool is_done =
        hmac(signer, text, digest) &&
        use_key(signer, (struct ssmspec_view){(const char *)digest, sizeof digest});
    OPENSSL_cleanse(digest, sizeof digest);
    return is_done;
}

/* The first key is the secret behind the four characters "AWS4". */
static enum ssmspec_err use_secret(struct ssmspec_signer *signer, struct ssmspec_view secret) {
    const size_t bytes = secret.len + 4;
    char *const text = malloc(bytes);
    ENSURE(text != NULL, SSMSPEC_ERR_NOMEM);
    memcpy(text, "AWS4", 4);
    if (secret.len > 0) {
        memcpy(text + 4, secret.ptr, secret.len);
    }
    const bool is_done = use_key(signer, (struct ssmspec_view){text, bytes});
    OPENSSL_cleanse(text, bytes);
    free(text);
    return is_done ? SSMSPEC_OK : SSMSPEC_ERR_CRYPTO;
}

static bool is_same_origin(const struct origin *origin, const struct ssmspec_view parts[4]) {
    size_t at = 0;
    for (size_t i = 0; i < 4; i++) {
        if (parts[i].len != origin->lengths[i] ||
            CRYPTO_memcmp(parts[i].ptr, origin->bytes + at, parts[i].len) != 0) {
            return false;
        }
        at += parts[i].len;
    }
    return true;
}

/* false when the parts are too long to be remembered. */
static bool remember(struct origin *origin, const struct ssmspec_view parts[4]) {
    size_t at = 0;
    for (size_t i = 0; i < 4; i++) {
        if (parts[i].len > sizeof origin->bytes - at) {
            return false;
        }
        if (parts[i].len > 0) {
            memcpy(origin->bytes + at, parts[i].ptr, parts[i].len);
        }
        origin->lengths[i] = parts[i].len;
        at += parts[i].len;
    }
    return true;
}

static enum ssmspec_err derive(struct ssmspec_signer *signer, const struct ssmspec_view parts[4]) {
    signer->has_key = false;
    GUARD(use_secret(signer, parts[0]));
    for (size_t i = 1; i < 4; i++) {
        ENSURE(chain(signer, parts[i]), SSMSPEC_ERR_CRYPTO);
    }
    ENSURE(chain(signer, SSMSPEC_VIEW("aws4_request")), SSMSPEC_ERR_CRYPTO);
    signer->has_key = remember(&signer->origin, parts);
    return SSMSPEC_OK;
}

enum ssmspec_err ssmspec_signer_apply(struct ssmspec_signer *signer, struct ssmspec_view secret,
                                      struct ssmspec_view day, const struct ssmspec_scope *scope,
                                      struct ssmspec_view text,
                                      char signature[SSMSPEC_SIGNATURE_HEX]) {
    const struct ssmspec_view parts[4] = {secret, day, scope->region, scope->service};
    if (!signer->has_key || !is_same_origin(&signer->origin, parts)) {
        GUARD(derive(signer, parts));
    }
    unsigned char digest[SSMSPEC_SHA256_BYTES];
    ENSURE(hmac(signer, text, digest), SSMSPEC_ERR_CRYPTO);
    to_hex(digest, signature);
    return SSMSPEC_OK;
}
