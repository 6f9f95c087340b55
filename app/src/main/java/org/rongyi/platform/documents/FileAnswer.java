package org.rongyi.platform.documents;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** How a kept file is answered: to be saved, never guessed at, never run, never left in a cache. */
public final class FileAnswer {

    /** Nothing in it runs, loads or sends, should a browser show it after all. */
    private static final String SANDBOX = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox";

    private FileAnswer() {}

    public static ResponseEntity.BodyBuilder saved(String name, String mediaType) {
        return answer(
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build(),
                mediaType);
    }

    /** A small picture that a page of ours shows. */
    public static ResponseEntity.BodyBuilder shown(String mediaType) {
        return answer(ContentDisposition.inline().build(), mediaType);
    }

    private static ResponseEntity.BodyBuilder answer(ContentDisposition disposition, String mediaType) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", SANDBOX)
                .header("X-Content-Type-Options", "nosniff");
    }
}
