import {
  Button,
  Checkbox,
  Dialog,
  Form,
  Icon,
  LinkButton,
  Menu,
  MenuButton,
  RadioCards,
  TextInput,
  useUi,
} from "../../../../ui/index.ts";
import { columnKeys, fixedColumns, isOfView, queueHref } from "../../queue-address.ts";
import { formatFilter } from "../../filter.ts";
import { deskWords } from "../../words-desk.ts";
import { KeysDialog } from "./keys-dialog.tsx";
import type { QueueView, SavedView } from "./queue-view.ts";

/** How the list is shown, and views that keep it so. */
export const QueueTools = ({ queue }: { queue: QueueView }) => {
  const w = deskWords[useUi().locale].tools;
  const { place, views } = queue;
  const isBoard = place.layout === "board";
  return (
    <div class="queue-tools">
      <label class="btn btn-quiet btn-sm filter-toggle">
        <input type="checkbox" class="sr-only" />
        <Icon name="list-filter" size={14} />
        {w.filters}
      </label>
      <LinkButton
        kind="quiet"
        size="sm"
        icon={isBoard ? "rows-3" : "square-kanban"}
        href={queueHref({ ...place, layout: isBoard ? "table" : "board", cursor: undefined }, views)}
        hotkey="b"
      >
        {isBoard ? w.table : w.board}
      </LinkButton>
      <Button kind="quiet" size="sm" icon="columns-3" opens="display">
        {w.display}
      </Button>
      <DisplayDialog queue={queue} />
      <Button kind="quiet" size="sm" icon="bookmark-plus" opens="save-view">
        {w.saveView}
      </Button>
      <SaveDialog queue={queue} />
      <KeysDialog iconOnly />
      {queue.view && mayEdit(queue, queue.view) && <ViewMenu queue={queue} view={queue.view} />}
    </div>
  );
};

const mayEdit = ({ viewer }: QueueView, { isShared }: SavedView): boolean => !isShared || viewer.isModerator;

const DisplayDialog = ({ queue: { place, views, columns, density, view } }: { queue: QueueView }) => {
  const { locale } = useUi();
  const w = deskWords[locale].tools;
  return (
    <Dialog
      id="display"
      title={w.display}
      actions={
        <Button kind="primary" form="display-form">
          {w.apply}
        </Button>
      }
    >
      <Form id="display-form" action="/desk/display">
        <input type="hidden" name="back" value={queueHref(place, views)} />
        {view && <input type="hidden" name="view" value={view.id} />}
        <RadioCards
          name="density"
          label={w.density}
          mark={false}
          columns={2}
          value={density}
          options={[
            { value: "compact", label: w.compact, icon: "rows-4" },
            { value: "roomy", label: w.roomy, icon: "rows-3" },
          ]}
        />
        <fieldset class="field">
          <legend class="field-label">{w.columns}</legend>
          <div class="column-choices">
            {columnKeys
              .filter((key) => !fixedColumns.includes(key))
              .map((key) => (
                <Checkbox
                  key={key}
                  id={`column-${key}`}
                  name="columns"
                  value={key}
                  label={deskWords[locale].columns[key]}
                  checked={columns.includes(key)}
                />
              ))}
          </div>
        </fieldset>
      </Form>
    </Dialog>
  );
};

const SaveDialog = ({ queue }: { queue: QueueView }) => {
  const w = deskWords[useUi().locale].tools;
  const { refusedView } = queue;
  return (
    <Dialog
      id="save-view"
      title={w.saveView}
      open={refusedView !== undefined && !refusedView.values["viewId"]}
      actions={
        <Button kind="primary" form="save-view-form">
          {w.save}
        </Button>
      }
    >
      <ViewForm id="save-view-form" queue={queue} />
    </Dialog>
  );
};

const ViewForm = ({ id, queue, view }: { id: string; queue: QueueView; view?: SavedView }) => {
  const w = deskWords[useUi().locale].tools;
  const { place, viewer, refusedView, columns } = queue;
  const isRefused = refusedView !== undefined && (refusedView.values["viewId"] ?? "") === (view ? String(view.id) : "");
  return (
    <Form
      id={id}
      action="/desk/views"
      errors={isRefused ? refusedView.errors : {}}
      values={isRefused ? refusedView.values : {}}
    >
      <input type="hidden" name="once" value={queue.once} />
      {view && <input type="hidden" name="viewId" value={view.id} />}
      <input type="hidden" name="query" value={formatFilter(place.filter)} />
      <input type="hidden" name="layout" value={place.layout} />
      <input type="hidden" name="columns" value={columns.join(",")} />
      <TextInput
        name="name"
        label={w.name}
        help={w.nameHelp}
        required
        value={view?.names.en}
        maxLength={60}
        width="md"
        autofocus
      />
      <TextInput
        name="nameDe"
        label={w.nameDe}
        value={view && view.names.de !== view.names.en ? view.names.de : ""}
        maxLength={60}
        width="md"
      />
      {viewer.isModerator && (
        <Checkbox name="isShared" label={w.shared} help={w.sharedHelp} checked={view?.isShared ?? false} />
      )}
    </Form>
  );
};

const ViewMenu = ({ queue, view }: { queue: QueueView; view: SavedView }) => {
  const w = deskWords[useUi().locale].tools;
  const isChanged = !isOfView(queue.place, view) || queue.place.layout !== view.layout;
  const siblings = queue.views.filter(({ isShared }) => isShared === view.isShared);
  const at = siblings.findIndex(({ id }) => id === view.id);
  return (
    <>
      <Menu iconOnly kind="quiet" size="sm" align="end" label={w.viewMenu}>
        <button type="button" class="menu-row" commandfor="edit-view" command="show-modal">
          <Icon name="pencil" />
          <span class="menu-words">{isChanged ? w.update : w.rename}</span>
        </button>
        {at > 0 && (
          <MenuButton action={`/desk/views/${view.id}/move`} name="by" value="-1" icon="arrow-up">
            {w.moveUp}
          </MenuButton>
        )}
        {at < siblings.length - 1 && (
          <MenuButton action={`/desk/views/${view.id}/move`} name="by" value="1" icon="arrow-down">
            {w.moveDown}
          </MenuButton>
        )}
        <MenuButton action={`/desk/views/${view.id}/delete`} icon="trash" danger>
          {w.delete}
        </MenuButton>
      </Menu>
      <Dialog
        id="edit-view"
        title={isChanged ? w.update : w.rename}
        open={queue.refusedView?.values["viewId"] === String(view.id)}
        actions={
          <Button kind="primary" form="edit-view-form">
            {w.save}
          </Button>
        }
      >
        <p class="muted small">{isChanged ? w.updateHelp : ""}</p>
        <ViewForm id="edit-view-form" queue={queue} view={view} />
      </Dialog>
    </>
  );
};
