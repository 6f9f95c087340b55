package org.rongyi.platform.intake.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** An answer that is saved as an Excel file. */
final class Workbook {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Workbook() {}

    static ResponseEntity.BodyBuilder named(String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(MEDIA_TYPE))
                .header("Content-Disposition", disposition(name));
    }

    static String disposition(String name) {
        return ContentDisposition.attachment()
                .filename(name + ".xlsx", StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
