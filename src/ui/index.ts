/** The only door of the kit. docs/ui.md lists what is here; /dev/ui shows it. */
export { brandHref, brandSheet } from "./brand.ts";
export { UiProvider, useUi, useWords, type Ui } from "./context.tsx";
export { cx } from "./cx.ts";
export { Document, type DocumentProps } from "./document.tsx";
export { Icon, type IconProps } from "./icon.tsx";
export { iconNames, isIconName, type IconName } from "./icon-names.ts";
export { Island, type IslandProps } from "./island.tsx";

export { Button, LinkButton, type ButtonKind, type ButtonProps, type LinkButtonProps } from "./actions/button.tsx";
export { Dialog, type DialogProps } from "./actions/dialog.tsx";
export { Flash, Flashes, type FlashProps, type Undo } from "./actions/flash.tsx";
export { Menu, MenuButton, MenuHeading, MenuLink, MenuSearch, MenuSeparator, type MenuProps } from "./actions/menu.tsx";

export { Asked, type AskedProps, type AskedWhen } from "./forms/asked.tsx";
export { Checkbox, type CheckboxProps } from "./forms/checkbox.tsx";
export { ErrorSummary, type ErrorSummaryProps } from "./forms/error-summary.tsx";
export { Field, FieldError, FieldHelp, useControl, type FieldProps } from "./forms/field.tsx";
export { FileInput, type FileInputProps } from "./forms/file-input.tsx";
export { FilterBar, type ActiveFilter, type FilterBarProps } from "./forms/filter-bar.tsx";
export { Form, type FormProps } from "./forms/form.tsx";
export { fieldId, type FieldErrors, type FieldValues } from "./forms/form-context.ts";
export { Preview, type PreviewProps } from "./forms/preview.tsx";
export { RadioCards, type CardChoice, type RadioCardsProps } from "./forms/radio-cards.tsx";
export { RichText, type RichTextProps } from "./forms/rich-text.tsx";
export { SearchBox, type SearchBoxProps } from "./forms/search-box.tsx";
export { Select, type Choice, type SelectProps } from "./forms/select.tsx";
export { TextArea, type TextAreaProps } from "./forms/text-area.tsx";
export { TextPreview, type TextPreviewProps } from "./forms/text-preview.tsx";
export { TextInput, type TextInputProps } from "./forms/text-input.tsx";

export { ActionCard, ActionCards, type ActionCardProps } from "./parts/action-card.tsx";
export { Avatar, Avatars, type AvatarProps } from "./parts/avatar.tsx";
export { Breadcrumbs, type Crumb } from "./parts/breadcrumbs.tsx";
export { DescriptionList, type Fact } from "./parts/description-list.tsx";
export { EmptyState, type EmptyStateProps } from "./parts/empty-state.tsx";
export { ErrorState, type ErrorStateProps } from "./parts/error-state.tsx";
export { History, type HistoryLine, type HistoryProps } from "./parts/history.tsx";
export { Kbd } from "./parts/kbd.tsx";
export { Notice, type NoticeProps } from "./parts/notice.tsx";
export { PageHeader, type PageHeaderProps } from "./parts/page-header.tsx";
export { OffsetPager, Pager, type OffsetPagerProps, type PagerProps } from "./parts/pager.tsx";
export { Panel, type PanelProps } from "./parts/panel.tsx";
export { Progress, Skeleton, Spinner, type ProgressProps } from "./parts/progress.tsx";
export { Stat, Stats, type StatProps } from "./parts/stat.tsx";
export { Table, type Column, type Selection, type TableProps } from "./parts/table.tsx";
export { Tabs, type TabItem, type TabsProps } from "./parts/tabs.tsx";
export { Badge, Tag, type TagProps } from "./parts/tag.tsx";
export { Time, type TimeProps } from "./parts/time.tsx";
export { toneIcon, type Tone } from "./parts/tone.ts";

export { Composer, type ComposerKind, type ComposerProps } from "./conversation/composer.tsx";
export { DraftState } from "./conversation/draft-state.tsx";
export { Attachments, Message, Quoted, type AttachmentFact, type MessageProps } from "./conversation/message.tsx";
export { PlainText, Prose, type ProseProps } from "./conversation/prose.tsx";
export { PictureFrame, RemotePictures } from "./conversation/remote-pictures.tsx";
export { SystemEvents, type SystemEvent } from "./conversation/system-events.tsx";
export {
  WritingForm,
  WritingPlace,
  type WritingFormProps,
  type WritingKind,
  type WritingPlaceProps,
} from "./conversation/writing-place.tsx";
export { Timeline, TimelineMark } from "./conversation/timeline.tsx";

export { AdminLayout, type AdminLayoutProps } from "./layouts/admin-layout.tsx";
export { AuthLayout, type AuthLayoutProps } from "./layouts/auth-layout.tsx";
export { DeskLayout, type DeskLayoutProps } from "./layouts/desk-layout.tsx";
export { type AccountView, type Brand, type LanguageLink, type NavGroup, type NavItem } from "./layouts/nav.tsx";
export { PortalLayout, type PortalLayoutProps } from "./layouts/portal-layout.tsx";
