// Loads the native library whose path it is given and makes one call: whether a system can load what was built for it.
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#ifdef _WIN32
#include <windows.h>
#define OPEN(path) LoadLibraryA(path)
#define FIND(library, name) (void *)GetProcAddress(library, name)
#ifdef PRNG
// Debian's Wine has no bcryptprimitives.dll, which every Windows from 10 on has: this stands in for it.
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) { return SystemFunction036(bytes, count); }
#endif
#else
#include <dlfcn.h>
#define OPEN(path) dlopen(path, RTLD_NOW)
#define FIND(library, name) dlsym(library, name)
#endif

// UniFFI's own shapes.
typedef struct { uint64_t capacity, length; uint8_t *data; } Buffer;
typedef struct { int8_t code; Buffer error; } Status;

int main(int count, char **arguments) {
    void *library = count == 2 ? (void *)OPEN(arguments[1]) : NULL;
    if (!library) return fprintf(stderr, "not loaded\n"), 1;
    Buffer (*code_lists)(Status *) = FIND(library, "uniffi_tiendo_mobile_fn_func_code_lists");
    if (!code_lists) return fprintf(stderr, "no codeLists\n"), 1;
    Status status = {0};
    Buffer lists = code_lists(&status);
    // The spelling of a code stands in the lists as it is.
    const char spelling[] = "ambiguous-number";
    for (uint64_t at = 0; status.code == 0 && at + sizeof spelling <= lists.length; at++)
        if (!memcmp(lists.data + at, spelling, sizeof spelling - 1))
            return printf("loaded, codeLists has %llu bytes\n", (unsigned long long)lists.length), 0;
    return fprintf(stderr, "codeLists is not what it should be\n"), 1;
}
