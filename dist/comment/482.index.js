export const id = 482;
export const ids = [482];
export const modules = {

/***/ 9482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   explain: () => (/* binding */ explain)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7428);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3798);
/* harmony import */ var _nearest_name_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1663);


/**
 * Describes what a schema rejected in `value`: one line per mistake, with its path. An illegal name comes with the
 * nearest legal one.
 */
function explain(error, schema, value) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .prettifyError */ .S1({ issues: error.issues.flatMap((issue) => mistakesIn(issue, schema, value)) });
}
function mistakesIn(issue, schema, value) {
    const { path, message } = issue;
    switch (issue.code) {
        case 'unrecognized_keys': {
            const legal = fieldsAt(schema, path);
            return issue.keys.map((key) => ({ message: unknownField(key, legal), path }));
        }
        case 'invalid_value': {
            const written = valueAt(value, path);
            const names = issue.values.filter((legal) => typeof legal === 'string');
            return [{ message: `${message}${typeof written === 'string' ? (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(written, names) : ''}`, path }];
        }
        case 'invalid_key':
            return issue.issues.map((inKey) => ({ message: inKey.message, path }));
        case 'invalid_union': {
            const nested = issue.errors.find(isOfItsParts) ?? issue.errors.find(isNotOfItsType);
            if (nested !== undefined) {
                return nested.flatMap((inner) => mistakesIn({ ...inner, path: [...path, ...inner.path] }, schema, value));
            }
            return [{ message: issue.errors.flatMap((inner) => inner.map((each) => each.message)).join('; or '), path }];
        }
        default:
            return [{ message, path }];
    }
}
/** Whether the value has the type that this union member expects, and only its parts are wrong. */
function isOfItsParts(issues) {
    return issues.every(({ code, path }) => path.length > 0 || code === 'unrecognized_keys');
}
function isNotOfItsType(issues) {
    return issues.every(({ code }) => code !== 'invalid_type');
}
function unknownField(key, legal) {
    const near = (0,_nearest_name_js__WEBPACK_IMPORTED_MODULE_1__/* .suggestion */ .h)(key, legal);
    return `unknown field ${JSON.stringify(key)}${near || `; legal are: ${legal.join(', ')}`}`;
}
/** Names of the fields that a schema has at a path. */
function fieldsAt(schema, path) {
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodOptional */ .IiU)
        return fieldsAt(schema.unwrap(), path);
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodUnion */ .fZ7)
        return schema.options.flatMap((option) => fieldsAt(option, path));
    const [step, ...rest] = path;
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodObject */ .bvH) {
        return step === undefined ? Object.keys(schema.shape) : fieldsAt(schema.shape[String(step)], rest);
    }
    if (schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodRecord */ .b8S) {
        return step === undefined ? keysOf(schema.keyType) : fieldsAt(schema.valueType, rest);
    }
    return schema instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodArray */ .naA ? fieldsAt(schema.element, rest) : [];
}
function keysOf(keyType) {
    return keyType instanceof zod__WEBPACK_IMPORTED_MODULE_2__/* .ZodEnum */ .Vb4 ? keyType.options.map(String) : [];
}
function valueAt(value, path) {
    return path.reduce((inner, step) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined), value);
}
//# sourceMappingURL=explain.js.map

/***/ })

};
