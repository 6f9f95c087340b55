package org.rongyi.care.visit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.rongyi.care.visit.VisitPhotos;
import org.rongyi.platform.documents.Photos;
import org.rongyi.platform.documents.attachment.UploadScan;
import org.rongyi.platform.ui.FieldErrors;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** 现场照片, taken in with the form of a visit. */
@Component
class UploadedPhotos {

    private final Photos photos;
    private final UploadScan scan;

    UploadedPhotos(Photos photos, UploadScan scan) {
        this.photos = photos;
        this.scan = scan;
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
}
