package gongkai.platform.api;

import gongkai.platform.web.Outage;
import gongkai.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Turns whatever goes wrong below a call into problem details; pages are none of its business. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final Problems problems;

    ApiErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (!Problems.concerns(request)) {
            return null;
        }
        try {
            problems.write(request, response, problem(exception, request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private static ProblemDetail problem(Exception exception, HttpServletRequest request) {
        if (exception instanceof Refusal refusal) {
            var body = of(refusal.status(), refusal.sentence());
            body.setProperties(refusal.members());
            return body;
        }
        if (exception instanceof BindException wrong) {
            return of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    wrong.getAllErrors().stream()
                            .map(error -> String.valueOf(error.getDefaultMessage()))
                            .collect(Collectors.joining("；")));
        }
        if (exception instanceof HttpMessageNotReadableException unreadable) {
            return of(HttpStatus.BAD_REQUEST, unreadable(unreadable));
        }
        if (exception instanceof MethodArgumentTypeMismatchException mismatch) {
            return of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "参数 " + mismatch.getName() + " 的值“" + mismatch.getValue() + "”无法识别");
        }
        if (exception instanceof MissingServletRequestParameterException missing) {
            return of(HttpStatus.UNPROCESSABLE_CONTENT, "缺少参数 " + missing.getParameterName());
        }
        if (exception instanceof HttpRequestMethodNotSupportedException method) {
            return of(HttpStatus.METHOD_NOT_ALLOWED, "这个地址不支持 " + method.getMethod() + " 请求");
        }
        if (exception instanceof InvalidParameterException unreadable) {
            var status = HttpStatus.resolve(unreadable.getErrorCode());
            return of(status == null ? HttpStatus.BAD_REQUEST : status, "参数不是有效的 UTF-8 文字，或过长、过多");
        }
        if (exception instanceof MissingRequestValueException
                || exception instanceof ServletRequestBindingException
                || exception instanceof HandlerMethodValidationException) {
            return of(HttpStatus.UNPROCESSABLE_CONTENT, "请求缺少必要的内容，或内容不合要求");
        }
        if (exception instanceof ErrorResponse other) {
            var status = HttpStatus.valueOf(other.getStatusCode().value());
            if (!status.is5xxServerError()) {
                var body = other.getBody();
                // Exceptions of the framework speak English; ours speak Chinese.
                var detail = body.getDetail();
                boolean ours = detail != null && detail.codePoints().anyMatch(Character::isIdeographic);
                return ours ? body : of(status, status == HttpStatus.NOT_FOUND ? "没有这个地址，或您无权查看" : Titles.of(status));
            }
        }
        if (exception instanceof MultipartException && Outage.in(exception).isEmpty()) {
            return of(HttpStatus.BAD_REQUEST, "上传的内容不完整，或不是有效的 multipart/form-data");
        }
        return incident(exception, request);
    }

    private static ProblemDetail of(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }

    private static String unreadable(HttpMessageNotReadableException exception) {
        if (exception.getCause() instanceof DatabindException wrong
                && !wrong.getPath().isEmpty()) {
            var field = wrong.getPath().stream()
                    .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                    .collect(Collectors.joining("."));
            return "字段 " + field + " 的值无法识别";
        }
        if (exception.getCause() instanceof JacksonException wrong && wrong.getLocation() != null) {
            return "不是有效的 JSON：第 " + wrong.getLocation().getLineNr() + " 行第 "
                    + wrong.getLocation().getColumnNr() + " 列附近有误";
        }
        return "请求缺少内容，或内容不是有效的 JSON";
    }

    private static ProblemDetail incident(Exception exception, HttpServletRequest request) {
        var number = HexFormat.of()
                .toHexDigits(ThreadLocalRandom.current().nextInt())
                .toUpperCase(java.util.Locale.ROOT);
        LOG.error("incident {} in {} {}", number, request.getMethod(), request.getRequestURI(), exception);
        var problem = Outage.in(exception)
                .map(sentence -> of(HttpStatus.SERVICE_UNAVAILABLE, sentence + "。事件编号 " + number))
                .orElseGet(() -> of(HttpStatus.INTERNAL_SERVER_ERROR, "系统出错，已经记录。请把事件编号 " + number + " 告诉系统管理员"));
        problem.setProperties(Map.of("incident", number));
        return problem;
    }
}
