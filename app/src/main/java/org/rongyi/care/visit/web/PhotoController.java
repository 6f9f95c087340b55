package org.rongyi.care.visit.web;

import java.util.UUID;
import org.rongyi.care.visit.VisitPhotos;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** 现场照片, shown to whoever may see the visit. */
@Controller
class PhotoController {

    private final VisitPhotos pictures;
    private final Transactions transactions;

    PhotoController(VisitPhotos pictures, Transactions transactions) {
        this.pictures = pictures;
        this.transactions = transactions;
    }

    @GetMapping("/visits/{visit}/photos/{position}")
    @Allow(
            roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR},
            self = true)
    ResponseEntity<byte[]> photo(Actor actor, @PathVariable UUID visit, @PathVariable int position) {
        return picture(actor, visit, position, false);
    }

    @GetMapping("/visits/{visit}/photos/{position}/thumbnail")
    @Allow(
            roles = {Role.CLERK, Role.OFFICER, Role.LEADER, Role.AUDITOR},
            self = true)
    ResponseEntity<byte[]> thumbnail(Actor actor, @PathVariable UUID visit, @PathVariable int position) {
        return picture(actor, visit, position, true);
    }

    private ResponseEntity<byte[]> picture(Actor actor, UUID visit, int position, boolean thumbnail) {
        var bytes = transactions
                .read(actor, () -> pictures.find(visit, position, thumbnail))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(bytes);
    }
}
