package org.rongyi.care.fund.raising.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.ui.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** 信息公开 for everybody, signed in or not: each stays, and anybody sums it anew. */
@Controller
class OpenDisclosuresController {

    private final RaisingDesk desk;

    OpenDisclosuresController(RaisingDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/open-books/{fund}/plans/{plan}")
    @Allow(everyone = true)
    Page plan(Actor actor, @PathVariable UUID fund, @PathVariable UUID plan) {
        return desk.openPlan(actor, fund, plan);
    }

    @GetMapping("/open-books/disclosures/{disclosure}")
    @Allow(everyone = true)
    Page show(Actor actor, @PathVariable UUID disclosure, @RequestParam(defaultValue = "false") boolean recount) {
        return desk.disclosure(actor, disclosure, recount);
    }

    /** The whole text, byte for byte what the digest was taken of. */
    @GetMapping("/open-books/disclosures/{disclosure}/statement.txt")
    @Allow(everyone = true)
    ResponseEntity<byte[]> text(Actor actor, @PathVariable UUID disclosure) {
        var one = desk.disclosure(actor, disclosure, false).disclosure();
        var name = ContentDisposition.attachment()
                .filename(one.number() + ".txt", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(one.document().getBytes(StandardCharsets.UTF_8));
    }
}
