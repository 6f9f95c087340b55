package org.rongyi.care.visit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rongyi.care.visit.VisitPhotos;
import org.rongyi.platform.act.Transactions;
import org.rongyi.platform.documents.Photos;
import org.rongyi.platform.documents.attachment.UploadScan;
import org.rongyi.platform.kernel.Actor;
import org.rongyi.platform.kernel.Allow;
import org.rongyi.platform.kernel.Role;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** 现场照片: shown to whoever may see the visit, and taken in with its form. */
@Controller
class PhotoController {

    private final VisitPhotos pictures;
    private final Photos photos;
    private final UploadScan scan;
    private final Transactions transactions;

    PhotoController(VisitPhotos pictures, Photos photos, UploadScan scan, Transactions transactions) {
        this.scan = scan;
        this.pictures = pictures;
        this.photos = photos;
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

    /** Reads what was uploaded; what cannot be kept is said at the field. */
    List<VisitPhotos.Picture> read(List<MultipartFile> uploads, FieldErrors errors) {
        var read = new ArrayList<VisitPhotos.Picture>();
        for (var upload : uploads) {
            if (upload.isEmpty()) {
                continue;
            }
            if (read.size() == VisitPhotos.MOST) {
                errors.add("photo", "照片最多 " + VisitPhotos.MOST + " 张");
                break;
            }
            if (upload.getSize() > Photos.MAX_BYTES) {
                errors.add("photo", Photos.TOO_LARGE);
                continue;
            }
            try (var in = upload.getInputStream()) {
                if (scan.of(upload.getBytes()) instanceof UploadScan.Refused(var reason)) {
                    errors.add("photo", reason);
                    continue;
                }
                switch (photos.read(in)) {
                    case Photos.Accepted good -> read.add(new VisitPhotos.Picture(good.photo(), good.thumbnail()));
                    case Photos.Refused(var reason) -> errors.add("photo", reason);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("照片没有收完整", e);
            }
        }
        return read;
    }

    private ResponseEntity<byte[]> picture(Actor actor, UUID visit, int position, boolean thumbnail) {
        var bytes = transactions
                .read(actor, () -> pictures.find(visit, position, thumbnail))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(bytes);
    }
}
