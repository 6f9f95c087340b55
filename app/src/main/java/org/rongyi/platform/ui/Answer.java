package org.rongyi.platform.ui;

import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** 回应: how a controller answers a form, or a question that leads nowhere. */
public final class Answer {

    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private Answer() {}

    public static ResponseEntity<Page> show(Page page) {
        return show(HttpStatus.OK, page);
    }

    public static ResponseEntity<Page> show(HttpStatus status, Page page) {
        return ResponseEntity.status(status).contentType(HTML).body(page);
    }

    /** 422: the same form again, with what is wrong in it. */
    public static ResponseEntity<Page> invalid(Page form) {
        return show(HttpStatus.UNPROCESSABLE_CONTENT, form);
    }

    /** 409: somebody or something was there first. */
    public static ResponseEntity<Page> conflict(Page page) {
        return show(HttpStatus.CONFLICT, page);
    }

    /** 404: not there, or not within the actor's reach; nobody can tell which. */
    public static ResponseEntity<Page> notFound() {
        return show(HttpStatus.NOT_FOUND, MessagePage.notFound());
    }

    /** 303: done; the browser goes on to the path, which is one of ours. */
    public static ResponseEntity<Page> seeOther(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .build();
    }

    /** 303, and one sentence on the next page. */
    public static ResponseEntity<Page> seeOther(String path, Flash flash) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header(HttpHeaders.SET_COOKIE, flash.toCookie())
                .build();
    }
}
