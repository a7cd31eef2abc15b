package gongkai.platform.files;

import gongkai.platform.web.Form;

/** Asks why somebody wants to open an encrypted file. */
public record ReasonPage(StoredFile file, Form form) {}
